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
import { shortPort } from './short-port.ts';
import { systemDescription } from './system-description.ts';

/** CDP and LLDP as IOS XR prints them: full names in the detail, the remote port on a line of its own. */

const CDP_OFF = '% CDP is not enabled\n';
const LLDP_OFF = '% LLDP is not enabled\n';
const LLDP_HEAD = [
  'Capability codes:',
  '        (R) Router, (B) Bridge, (T) Telephone, (C) DOCSIS Cable Device',
  '        (W) WLAN Access Point, (P) Repeater, (S) Station, (O) Other',
  '',
];

export function xrCdpDetail({ heard }: CliContext): string {
  const entries = heard.filter(({ cdp }) => cdp);
  if (entries.length === 0) return CDP_OFF;
  const text = entries.map(({ here, there }) => {
    const isNxos = there.device.entry.kind === 'cisco_nxos';
    return [
      '-------------------------',
      `Device ID: ${cdpDeviceId(there.device)}`,
      `SysName : ${isNxos ? there.device.announcedName : ''}`,
      'Entry address(es): ',
      `  IPv4 address: ${there.told}`,
      `Platform: ${cdpPlatform(there.device)},  Capabilities: ${cdpCapabilities(there.device).words}`,
      `Interface: ${here.port.name}`,
      `Port ID (outgoing port): ${there.port.name}`,
      'Holdtime : 151 sec',
      '',
      'Version :',
      systemDescription(there.device),
      '',
      'advertisement version: 2',
      'Duplex: full',
      '',
    ].join('\n');
  });
  return `\n${text.join('\n')}\n`;
}

export function xrCdpTable({ heard }: CliContext): string {
  const entries = heard.filter(({ cdp }) => cdp);
  if (entries.length === 0) return CDP_OFF;
  const rows = entries.map(({ here, there }) => {
    const name = cdpDeviceId(there.device);
    const first = name.length > 15 ? `${name}\n${' '.repeat(16)}` : name.padEnd(16);
    const { letters } = cdpCapabilities(there.device);
    const platform = there.device.entry.productId.slice(0, 9).padEnd(10);
    return `${first}${shortPort(here.port.name).padEnd(18)}151        ${letters.padEnd(11)}${platform}${shortPort(there.port.name)}`;
  });
  return [
    '',
    'Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge',
    '                  S - Switch, H - Host, I - IGMP, r - Repeater',
    '',
    'Device ID       Local Intrfce     Holdtme    Capability Platform  Port ID',
    ...rows,
    '',
  ].join('\n');
}

export function xrLldpDetail({ heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return LLDP_OFF;
  const text = entries.map(({ here, there }) => {
    const port = lldpPort(there);
    const { supported, enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
    return [
      '------------------------------------------------',
      `Local Interface: ${here.port.name}`,
      `Chassis id: ${dottedMac(chassisMac(there.device))}`,
      `Port id: ${port.isMac ? dottedMac(port.id) : port.id}`,
      `Port Description: ${port.description}`,
      `System Name: ${there.device.announcedName}`,
      '',
      'System Description: ',
      systemDescription(there.device),
      '',
      'Time remaining: 97 seconds',
      'Hold Time: 120 seconds',
      'Age: 732802 seconds',
      `System Capabilities: ${supported.join(',')}`,
      `Enabled Capabilities: ${enabled.join(',')}`,
      'Management Addresses:',
      `  IPv4 address: ${there.told}`,
      '',
      `Peer MAC Address: ${there.port.mac}`,
      '',
      '',
    ].join('\n');
  });
  return [...LLDP_HEAD, ...text, `Total entries displayed: ${entries.length}`, ''].join('\n');
}

/** Names are cut at 15 characters. */
export function xrLldpTable({ heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return LLDP_OFF;
  const rows = entries.map(({ here, there }) => {
    const port = lldpPort(there);
    const name = there.device.announcedName.slice(0, 15).padEnd(16);
    const { enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
    return `${name}${shortPort(here.port.name).padEnd(20)}120        ${enabled.join(',').padEnd(15)}${port.isMac ? dottedMac(port.id) : port.id}`;
  });
  return [
    ...LLDP_HEAD,
    'Device ID       Local Intf          Hold-time  Capability     Port ID',
    ...rows,
    '',
    `Total entries displayed: ${entries.length}`,
    '',
  ].join('\n');
}
