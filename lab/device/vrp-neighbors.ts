import type { Heard } from '../network/heard.ts';
import type { CliContext } from './cli-context.ts';
import { chassisMac, dashedMac, inWords, LLDP_CAPABILITIES, lldpPort } from './announcement.ts';
import { systemDescription } from './system-description.ts';

/** LLDP as VRP prints it: ports without neighbors too, descriptions as they came, capabilities parted by blanks. */

const OFF = 'Info: Global LLDP is not enabled.\n';
/** VRP 5 leaves little room behind its labels, VRP 8 one wide column. */
const PORT_TYPES = { mac: 'MAC address', name: 'Interface name', local: 'Locally assigned' } as const;

const isVrp8 = ({ here }: Heard): boolean => here.device.entry.osVersion.startsWith('8');

export function vrpLldpDetail({ device, heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return OFF;
  const unit = device.entry.osVersion.startsWith('8') ? '10GE1/0/48' : 'GigabitEthernet0/0/48';
  return [...entries.map(detailEntry), `${unit} has 0 neighbor(s):`, ''].join('\n');
}

function detailEntry(entry: Heard): string {
  const { here, there } = entry;
  const port = lldpPort(there);
  const { supported, enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
  const words = (letters: typeof supported): string => inWords(letters).join(' ').toLowerCase();
  const wide = isVrp8(entry);
  const row = (label: string, value: string): string => `${label.padEnd(wide ? 35 : label.length)}:${value}`;
  return [
    `${here.port.name} has 1 neighbor(s):`,
    '',
    row('Neighbor index ', '1'),
    row('Chassis type   ', 'MAC address'),
    row('Chassis ID     ', dashedMac(chassisMac(there.device))),
    row(wide ? 'Port ID subtype' : 'Port ID type   ', PORT_TYPES[port.type]),
    row('Port ID        ', port.isMac ? dashedMac(port.id) : port.id),
    row('Port description    ', port.description),
    row('System name         ', there.device.announcedName),
    row('System description  ', systemDescription(there.device)),
    row('System capabilities supported   ', words(supported)),
    row('System capabilities enabled     ', words(enabled)),
    row('Management address type  ', 'ipv4'),
    row(wide ? 'Management address' : 'Management address value ', there.told),
    ...(wide ? [] : ['OID  :0.6.15.43.6.1.4.1.2011.5.25.41.1.2.1.1.1.']),
    row('Expired time   ', '104s'),
    '',
    row('Port VLAN ID(PVID)  ', '1'),
    'VLAN name of VLAN  1:VLAN 0001',
    '',
    row('Auto-negotiation supported    ', 'Yes'),
    row('Auto-negotiation enabled      ', 'Yes'),
    row('OperMau   ', 'speed(10000)/duplex(Full)'),
    '',
    row('Link aggregation supported', 'Yes'),
    row('Link aggregation enabled ', 'No'),
    row('Maximum frame Size       ', '9216'),
    '',
  ].join('\n');
}

export function vrpLldpBrief({ heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  if (entries.length === 0) return OFF;
  const rows = entries.map(({ here, there }) => {
    const port = lldpPort(there);
    const id = port.isMac ? dashedMac(port.id) : port.id;
    return `${here.port.name.replace('GigabitEthernet', 'GE').padEnd(17)}${there.device.announcedName.padEnd(25)}${id.padEnd(26)}104`;
  });
  const head = 'Local Intf       Neighbor Dev             Neighbor Intf             Exptime (sec)';
  return [head, ...rows, ''].join('\n');
}
