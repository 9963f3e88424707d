import type { Heard } from '../network/heard.ts';
import type { CliContext } from './cli-context.ts';
import {
  chassisMac,
  dashedMac,
  inWords,
  LLDP_CAPABILITIES,
  lldpPort,
  type AnnouncedPort,
} from './announcement.ts';
import { systemDescription } from './system-description.ts';

/** LLDP as Comware prints it: a port, then its neighbors; a long description is wrapped at 55 characters. */

const WRAP_AT = 55;
const INDENT = ' '.repeat(23);
const OFF = 'Global LLDP is not enabled.\n';
const PORT_TYPES = { mac: 'MAC address', name: 'Interface name', local: 'Locally assigned' } as const;
const SHORT: readonly (readonly [string, string])[] = [
  ['Ten-GigabitEthernet', 'XGE'],
  ['GigabitEthernet', 'GE'],
];

const portId = (port: AnnouncedPort): string => (port.isMac ? dashedMac(port.id) : port.id);

/** At blanks where there are some, as Comware 7 does it. */
export function wrapped(text: string): string {
  const lines = text.split('\n').flatMap((line) => {
    const out = [''];
    for (const word of line.split(/(?<= )/)) {
      if ((out.at(-1) ?? '').length + word.length > WRAP_AT) out.push('');
      out[out.length - 1] += word;
    }
    return out;
  });
  return lines.join(`\n${INDENT}`);
}

/** Where a port stands among those that the device has: what Comware numbers its ports with here. */
const header = ({ here }: Heard): string =>
  `LLDP neighbor-information of port ${here.device.ports.indexOf(here.port) + 1}[${here.port.name}]:`;

export function comwareLldpDetail({ device, heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return OFF;
  const agent = device.entry.legacy ? [] : ['LLDP agent nearest-bridge:'];
  return entries.map((entry) => [header(entry), ...agent, detailEntry(entry), ''].join('\n')).join('\n');
}

function detailEntry({ here, there }: Heard): string {
  const port = lldpPort(there);
  const { supported, enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
  const index = here.device.entry.legacy ? 'Neighbor index      ' : 'LLDP neighbor index ';
  return [
    ` ${index}: 1`,
    ' Update time         : 12 days, 3 hours, 41 minutes, 7 seconds',
    ' Chassis type        : MAC address',
    ` Chassis ID          : ${dashedMac(chassisMac(there.device))}`,
    ` Port ID type        : ${PORT_TYPES[port.type]}`,
    ` Port ID             : ${portId(port)}`,
    ' Time to live        : 120',
    ` Port description    : ${port.description}`,
    ` System name         : ${there.device.announcedName}`,
    ` System description  : ${wrapped(systemDescription(there.device))}`,
    ` System capabilities supported : ${inWords(supported).join(', ')}`,
    ` System capabilities enabled   : ${inWords(enabled).join(', ')}`,
    ' Management address type           : IPv4',
    ` Management address                : ${there.told}`,
    ' Management address interface type : IfIndex',
    ' Management address interface ID   : 634',
    ' Management address OID            : 0',
    ' Port VLAN ID(PVID)  : 1',
    ' Link aggregation supported : Yes',
    ' Link aggregation enabled   : No',
    ' Aggregation port ID        : 0',
    ' Auto-negotiation supported : No',
    ' Maximum frame size         : 9216',
  ].join('\n');
}

/** Comware 7 without `verbose`. */
export function comwareLldpShort({ heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return OFF;
  const texts = entries.map((entry) => {
    const { device } = entry.there;
    const port = lldpPort(entry.there);
    return [
      header(entry),
      'LLDP agent nearest-bridge:',
      ' LLDP neighbor index : 1',
      ` ChassisID/subtype   : ${dashedMac(chassisMac(device))}/MAC address`,
      ` PortID/subtype      : ${portId(port)}/${PORT_TYPES[port.type]}`,
      ` Capabilities        : ${inWords(LLDP_CAPABILITIES[device.entry.kind].enabled).join(', ')}`,
      '',
    ].join('\n');
  });
  return texts.join('\n');
}

/** Local ports are cut short here: `XGE1/0/49`. */
export function comwareLldpList({ heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return OFF;
  const rows = entries.map(({ here, there }) => {
    const [long = '', short = ''] = SHORT.find(([name]) => here.port.name.startsWith(name)) ?? [];
    const local = short + here.port.name.slice(long.length);
    const chassis = dashedMac(chassisMac(there.device));
    return `${local.padEnd(16)}${chassis.padEnd(16)}${portId(lldpPort(there)).padEnd(26)} ${there.device.announcedName}`;
  });
  return [
    'Chassis ID : * -- -- Nearest nontpmr bridge neighbor',
    '             # -- -- Nearest customer bridge neighbor',
    '             Default -- -- Nearest bridge neighbor',
    'Local Interface Chassis ID      Port ID                    System Name',
    ...rows,
    '',
  ].join('\n');
}
