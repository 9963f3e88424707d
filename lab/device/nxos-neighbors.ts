import type { CliContext } from './cli-context.ts';
import {
  cdpCapabilities,
  cdpDeviceId,
  cdpPlatform,
  chassisMac,
  dottedMac,
  LLDP_CAPABILITIES,
  lldpPort,
} from './announcement.ts';
import { systemDescription } from './system-description.ts';
import { shortPort } from './short-port.ts';

export const nxosCdpOff = 'Note: CDP is not enabled\n';
/** Without `feature lldp` the command does not exist. */
export const nxosLldpOff = "% Invalid command at '^' marker.\n";
const LLDP_HEAD = [
  'Capability codes:',
  '  (R) Router, (B) Bridge, (T) Telephone, (C) DOCSIS Cable Device',
  '  (W) WLAN Access Point, (P) Repeater, (S) Station, (O) Other',
  'Device ID            Local Intf      Hold-time  Capability  Port ID  ',
];

export function nxosCdpDetail({ heard }: CliContext): string {
  const entries = heard.filter(({ cdp }) => cdp);
  if (entries.length === 0) return nxosCdpOff;
  const text = entries.map(({ here, there }) =>
    [
      '----------------------------------------',
      `Device ID:${cdpDeviceId(there.device)}`,
      `System Name: ${there.device.announcedName}`,
      '',
      'Interface address(es):',
      `    IPv4 Address: ${there.told}`,
      `Platform: ${cdpPlatform(there.device)}, Capabilities: ${cdpCapabilities(there.device).words}`,
      `Interface: ${here.port.name}, Port ID (outgoing port): ${there.port.name}`,
      'Holdtime: 137 sec',
      '',
      'Version:',
      systemDescription(there.device),
      '',
      'Advertisement Version: 2',
      'Native VLAN: 1',
      'Duplex: full',
      'MTU: 1500',
      `Physical Location: rack ${there.device.index + 1}`,
      'Mgmt address(es):',
      `    IPv4 Address: ${there.told}`,
      `Local Interface MAC: ${here.port.mac}`,
      `Remote Interface MAC: ${there.port.mac}`,
      '',
    ].join('\n'),
  );
  return text.join('');
}

export function nxosCdpTable({ heard }: CliContext): string {
  const entries = heard.filter(({ cdp }) => cdp);
  if (entries.length === 0) return nxosCdpOff;
  const rows = entries.map(({ here, there }) => {
    const id = cdpDeviceId(there.device);
    const first = id.length > 18 ? `${id}\n${' '.repeat(20)}` : id.padEnd(20);
    const { letters } = cdpCapabilities(there.device);
    return `${first}${shortPort(here.port.name).padEnd(15)}137    ${letters.padEnd(11)} ${there.device.entry.productId.slice(0, 13).padEnd(13)} ${shortPort(there.port.name)}`;
  });
  return [
    'Capability Codes: R - Router, T - Trans-Bridge, B - Source-Route-Bridge',
    '                  S - Switch, H - Host, I - IGMP, r - Repeater,',
    '                  V - VoIP-Phone, D - Remotely-Managed-Device,',
    '                  s - Supports-STP-Dispute',
    '',
    'Device-ID          Local Intrfce  Hldtme Capability  Platform      Port ID',
    ...rows,
    '',
    `Total entries displayed: ${entries.length}`,
    '',
  ].join('\n');
}

export function nxosLldpDetail({ heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return nxosLldpOff;
  const text = entries.map(({ here, there }) => {
    const port = lldpPort(there);
    const { supported, enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
    return [
      `Chassis id: ${dottedMac(chassisMac(there.device))}`,
      `Port id: ${port.isMac ? dottedMac(port.id) : port.id}`,
      `Local Port id: ${shortPort(here.port.name)}`,
      `Port Description: ${port.description}`,
      `System Name: ${there.device.announcedName}`,
      `System Description: ${systemDescription(there.device)}`,
      'Time remaining: 98 seconds',
      `System Capabilities: ${supported.join(', ')}`,
      `Enabled Capabilities: ${enabled.join(', ')}`,
      `Management Address: ${there.told}`,
      'Management Address IPV6: not advertised',
      'Vlan ID: not advertised',
      '',
      '',
    ].join('\n');
  });
  return [...LLDP_HEAD, '', ...text, `Total entries displayed: ${entries.length}`, ''].join('\n');
}

export function nxosLldpTable({ heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return nxosLldpOff;
  const rows = entries.map(({ here, there }) => {
    const port = lldpPort(there);
    const name = there.device.announcedName;
    const first = name.length > 20 ? `${name}\n${' '.repeat(21)}` : name.padEnd(21);
    const { enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
    return `${first}${shortPort(here.port.name).padEnd(16)}120        ${enabled.join('').padEnd(12)}${port.isMac ? dottedMac(port.id) : port.id}  `;
  });
  return [...LLDP_HEAD, ...rows, `Total entries displayed: ${entries.length}`, ''].join('\n');
}
