import type { CliContext } from './cli-context.ts';
import type { Heard } from '../network/heard.ts';
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
import { columnPort, shortPort } from './short-port.ts';

const CDP_OFF = '% CDP is not enabled\n';
const LLDP_OFF = '% LLDP is not enabled\n';

export function iosCdpDetail({ heard }: CliContext): string {
  const entries = heard.filter(({ cdp }) => cdp);
  if (entries.length === 0) return CDP_OFF;
  const text = entries.map(({ here, there }) =>
    [
      '-------------------------',
      `Device ID: ${cdpDeviceId(there.device)}`,
      'Entry address(es): ',
      `  IP address: ${there.told}`,
      `Platform: ${cdpPlatform(there.device)},  Capabilities: ${cdpCapabilities(there.device).words} `,
      `Interface: ${here.port.name},  Port ID (outgoing port): ${there.port.name}`,
      'Holdtime : 142 sec',
      '',
      'Version :',
      systemDescription(there.device),
      '',
      'advertisement version: 2',
      ...(there.device.entry.kind === 'linux' ? [] : ['Native VLAN: 1', 'Duplex: full']),
      'Management address(es): ',
      `  IP address: ${there.told}`,
      '',
    ].join('\n'),
  );
  return `${text.join('\n')}\n\nTotal cdp entries displayed : ${entries.length}\n`;
}

export function iosCdpTable({ heard }: CliContext): string {
  const entries = heard.filter(({ cdp }) => cdp);
  if (entries.length === 0) return CDP_OFF;
  const rows = entries.map(({ here, there }) => {
    const name = there.device.announcedName;
    const first = name.length > 15 ? `${name}\n${' '.repeat(17)}` : name.padEnd(17);
    const { letters } = cdpCapabilities(there.device);
    const platform = there.device.entry.productId.slice(0, 9).padEnd(10);
    return `${first}${columnPort(here.port.name).padEnd(18)}142          ${letters.padEnd(10)}${platform}${columnPort(there.port.name)}`;
  });
  return [
    'Capability Codes: R - Router, T - Trans Bridge, B - Source Route Bridge',
    '                  S - Switch, H - Host, I - IGMP, r - Repeater, P - Phone, ',
    '                  D - Remote, C - CVTA, M - Two-port Mac Relay ',
    '',
    'Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID',
    ...rows,
    '',
    `Total cdp entries displayed : ${entries.length}`,
    '',
  ].join('\n');
}

export function iosLldpDetail({ device, heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return LLDP_OFF;
  const text = entries.map((entry) => lldpEntry(entry, device.entry.legacy === true));
  return `${text.join('\n')}\n\nTotal entries displayed: ${entries.length}\n`;
}

/** Old IOS leaves out the line with the local interface. */
function lldpEntry({ here, there }: Heard, legacy: boolean): string {
  const port = lldpPort(there);
  const { supported, enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
  return [
    '------------------------------------------------',
    ...(legacy ? [] : [`Local Intf: ${shortPort(here.port.name)}`]),
    `Chassis id: ${dottedMac(chassisMac(there.device))}`,
    `Port id: ${port.isMac ? dottedMac(port.id) : port.id}`,
    `Port Description: ${port.description}`,
    `System Name: ${there.device.announcedName}`,
    '',
    'System Description: ',
    systemDescription(there.device),
    '',
    'Time remaining: 103 seconds',
    `System Capabilities: ${supported.join(',')}`,
    `Enabled Capabilities: ${enabled.join(',')}`,
    'Management Addresses:',
    `    IP: ${there.told}`,
    'Auto Negotiation - not supported',
    'Physical media capabilities - not advertised',
    'Media Attachment Unit type - not advertised',
    'Vlan ID: - not advertised',
    '',
  ].join('\n');
}

/** Names are cut at 20 characters, as IOS does. */
export function iosLldpTable({ heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return LLDP_OFF;
  const rows = entries.map(({ here, there }) => {
    const port = lldpPort(there);
    const name = there.device.announcedName.slice(0, 20).padEnd(20);
    const { enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
    return `${name}${shortPort(here.port.name).padEnd(15)}120        ${enabled.join(',').padEnd(16)}${port.isMac ? dottedMac(port.id) : port.id}`;
  });
  return [
    'Capability codes:',
    '    (R) Router, (B) Bridge, (T) Telephone, (C) DOCSIS Cable Device',
    '    (W) WLAN Access Point, (P) Repeater, (S) Station, (O) Other',
    '',
    'Device ID           Local Intf     Hold-time  Capability      Port ID',
    ...rows,
    '',
    `Total entries displayed: ${entries.length}`,
    '',
  ].join('\n');
}
