import type { LabDevice } from '../network/blueprint.ts';
import type { Heard } from '../network/heard.ts';
import { chassisMac, inWords, LLDP_CAPABILITIES, lldpPort } from './announcement.ts';
import type { CliContext } from './cli-context.ts';
import { data, junosJson } from './junos-json.ts';
import { localPort } from './junos-neighbors.ts';
import { systemDescription } from './system-description.ts';

/** LLDP as Junos tells it of one interface, and of all in releases that have `detail`: here are the management addresses. */

const PORT_TYPES = { mac: 'Mac address', name: 'Interface name', local: 'Locally assigned' } as const;

const lldpOn = ({ heard }: CliContext): readonly Heard[] => heard.filter(({ lldp }) => lldp);

export const junosLldpDetail = (cli: CliContext): string => lldpOn(cli).map(textOf).join('\n');

export const junosLldpDetailJson = (cli: CliContext): string => jsonOf(cli.device, lldpOn(cli));

export const junosLldpOn = (cli: CliContext, port: string): string =>
  onPort(cli, port).map(textOf).join('\n');

export const junosLldpOnJson = (cli: CliContext, port: string): string =>
  jsonOf(cli.device, onPort(cli, port));

const onPort = (cli: CliContext, port: string): readonly Heard[] =>
  lldpOn(cli).filter((entry) => localPort(entry) === port);

const wordsOf = (device: LabDevice, which: 'supported' | 'enabled'): string =>
  inWords(LLDP_CAPABILITIES[device.entry.kind][which])
    .map((word) => (word === 'WLAN' ? 'WLAN Access Point' : word === 'Station' ? 'Station Only' : word))
    .join(' ');

function textOf(entry: Heard): string {
  const { device } = entry.there;
  const port = lldpPort(entry.there);
  return [
    'LLDP Neighbor Information:',
    'Local Information:',
    'Index: 3 Time to live: 120 Time mark: Fri Nov 20 08:12:11 2026 Age: 17 secs',
    `Local Interface    : ${localPort(entry)}`,
    'Parent Interface   : -',
    `Local Port ID      : ${513 + entry.here.device.ports.indexOf(entry.here.port)}`,
    'Ageout Count       : 0',
    '',
    'Neighbour Information:',
    'Chassis type       : Mac address',
    `Chassis ID         : ${chassisMac(device)}`,
    `Port type          : ${PORT_TYPES[port.type]}`,
    `Port ID            : ${port.id}`,
    `Port description   : ${port.description}`,
    `System name        : ${device.announcedName}`,
    '',
    `System Description : ${systemDescription(device)}`,
    '',
    'System capabilities',
    `        Supported  : ${wordsOf(device, 'supported')}`,
    `        Enabled    : ${wordsOf(device, 'enabled')}`,
    '',
    'Management Info',
    '        Type              : IPv4',
    `        Address           : ${entry.there.told}`,
    '        Port ID           : 36',
    '        Subtype           : 1',
    '        Interface Subtype : ifIndex(2)',
    '        OID               : 1.3.6.1.2.1.31.1.1.1.1.36',
    '',
  ].join('\n');
}

function jsonOf(device: LabDevice, heard: readonly Heard[]): string {
  const entries = heard.map((entry, index) => {
    const neighbor = entry.there.device;
    const port = lldpPort(entry.there);
    return {
      'lldp-index': data(String(index + 1)),
      'lldp-ttl': data('120'),
      'lldp-local-interface': data(localPort(entry)),
      'lldp-local-parent-interface-name': data('-'),
      'lldp-local-port-id': data(String(513 + device.ports.indexOf(entry.here.port))),
      'lldp-remote-chassis-id-subtype': data('Mac address'),
      'lldp-remote-chassis-id': data(chassisMac(neighbor)),
      'lldp-remote-port-id-subtype': data(PORT_TYPES[port.type]),
      'lldp-remote-port-id': data(port.id),
      'lldp-remote-port-description': data(port.description),
      'lldp-remote-system-name': data(neighbor.announcedName),
      'lldp-system-description': [{ 'lldp-remote-system-description': data(systemDescription(neighbor)) }],
      'lldp-remote-system-capabilities-supported': data(wordsOf(neighbor, 'supported')),
      'lldp-remote-system-capabilities-enabled': data(wordsOf(neighbor, 'enabled')),
      'lldp-remote-management-address-type': data('IPv4(1)'),
      'lldp-remote-management-address': data(entry.there.told),
      'lldp-remote-management-address-port-id': data('36'),
      'lldp-remote-management-address-sub-type': data('1'),
    };
  });
  const attributes = { 'junos:style': 'detail' };
  return junosJson({ 'lldp-neighbors-information': [{ attributes, 'lldp-neighbor-information': entries }] });
}
