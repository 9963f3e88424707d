import type { Heard } from '../network/heard.ts';
import type { CliContext } from './cli-context.ts';
import { chassisMac, LLDP_CAPABILITIES, lldpPort } from './announcement.ts';
import { systemDescription } from './system-description.ts';

/** LLDP as PAN-OS prints it: for each port what it sends and what it hears, capabilities as letters with a comma behind each. */

const FIRST_INDEX = 16;
const PORT_TYPES = { mac: 'MAC address', name: 'Interface name', local: 'Locally assigned' } as const;

export function panosLldp({ heard }: CliContext): string {
  return heard
    .filter(({ lldp }) => lldp)
    .map(portEntry)
    .join('\n');
}

function portEntry({ here, there }: Heard): string {
  const port = lldpPort(there);
  const { supported, enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
  const letters = (all: typeof supported): string => all.map((letter) => `${letter},`).join(' ');
  const number = Number(/\d+$/.exec(here.port.name)?.[0] ?? 0);
  return [
    'Local information:',
    `Index ${FIRST_INDEX + number - 1}`,
    `Local interface: ${here.port.name}`,
    `Local Port ID: ${number}`,
    'Neighbor information:',
    '',
    'Chassis type: MAC address',
    `Chassis ID: ${chassisMac(there.device)}`,
    `Port type: ${PORT_TYPES[port.type]}`,
    `Port ID: ${port.id}`,
    `Port description: ${port.description}`,
    'TTL: 104',
    `System name: ${there.device.announcedName}`,
    `System description: ${systemDescription(there.device)}`,
    'System capabilities:',
    `Supported: ${letters(supported)}`,
    `Enabled: ${letters(enabled)}`,
    'Management address type: ipv4',
    `Management address: ${there.told}`,
    'Interface number: 634',
    'Interface type: Ifindex',
    'oid:',
    '',
    '',
  ].join('\n');
}
