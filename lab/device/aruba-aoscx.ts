import type { Heard } from '../network/heard.ts';
import { chassisMac, inWords, LLDP_CAPABILITIES, lldpPort } from './announcement.ts';
import { ERASE_LINE, type CliContext, type CliDialect } from './cli-context.ts';
import { systemDescription } from './system-description.ts';
import { iosUptime } from './uptime.ts';
import { aoscxIpBrief, aoscxVlan } from './interface-listings.ts';

/** `703a0e-cd41fe`, as AOS-CX and AOS-S print the base MAC address. */
const halves = (mac: string): string => mac.replaceAll(':', '').replace(/^(.{6})/, '$1-');

/** Aruba AOS-CX: labels and values, and a pager that says what it takes. */
export const ARUBA_AOSCX: CliDialect = {
  prompt: ({ name }) => `${name}# `,
  pager: {
    text: () => '-- MORE --, next page: Space, next line: Enter, quit: q',
    erase: ERASE_LINE,
  },
  rejected: (line) => `Invalid input: ${line.trim().split(/\s+/).at(-1) ?? ''}\n`,
  leave: ['exit'],
  settings: { 'no page': { does: 'no-pages' } },
  answers: {
    'show system': system,
    'show version': version,
    'show vlan': aoscxVlan,
    'show ip interface brief': aoscxIpBrief,
    'show lldp neighbor-info': neighborTable,
    'show lldp neighbor-info detail': neighborDetail,
  },
};

function system({ device }: CliContext): string {
  const { model, osVersion } = device.entry;
  return [
    `Hostname           : ${device.name}`,
    `System Description : ${osVersion}`,
    'System Contact     : ',
    'System Location    : ',
    '',
    'Vendor             : Aruba',
    `Product Name       : ${model ?? ''}`,
    `Chassis Serial Nbr : ${device.serials[0] ?? ''}`,
    `Base MAC Address   : ${halves(chassisMac(device))}`,
    `ArubaOS-CX Version : ${osVersion}`,
    '',
    'Time Zone          : UTC',
    '',
    `Up Time            : ${iosUptime(device.uptimeMinutes)}`,
    'CPU Util (%)       : 7',
    'Memory Usage (%)   : 24',
    '',
  ].join('\n');
}

function version({ device }: CliContext): string {
  const { osVersion, image } = device.entry;
  return [
    '-----------------------------------------------------------------------------',
    'ArubaOS-CX',
    '(c) Copyright 2017-2022 Hewlett Packard Enterprise Development LP',
    '-----------------------------------------------------------------------------',
    `Version      : ${osVersion}`,
    'Build Date   : 2022-11-18 09:12:33 UTC',
    `Build ID     : ArubaOS-CX:${osVersion}:lab:202211180850`,
    'Build SHA    : 0000000000000000000000000000000000000000',
    'Active Image : primary',
    '',
    `Service OS Version : ${image}`,
    `BIOS Version       : ${image}`,
    '',
  ].join('\n');
}

const counts = (entries: number): readonly string[] => [
  '',
  'LLDP Neighbor Information ',
  '=========================',
  '',
  `Total Neighbor Entries          : ${entries}`,
  'Total Neighbor Entries Deleted  : 0',
  'Total Neighbor Entries Dropped  : 0',
  'Total Neighbor Entries Aged-Out : 0',
  '',
];

function neighborTable({ heard }: CliContext): string {
  const rows = heard
    .filter(({ lldp }) => lldp)
    .map(({ here, there }) => {
      const port = lldpPort(there);
      return [
        here.port.name.padEnd(11),
        chassisMac(there.device).padEnd(18),
        port.id.padEnd(28),
        port.description.padEnd(30),
        '120     ',
        there.device.announcedName,
      ].join(' ');
    });
  const head =
    'LOCAL-PORT  CHASSIS-ID         PORT-ID                      PORT-DESC                      TTL      SYS-NAME';
  return [...counts(rows.length), head, '-'.repeat(112), ...rows, ''].join('\n');
}

function neighborDetail({ heard }: CliContext): string {
  const entries = heard.filter(({ lldp }) => lldp);
  return [...counts(entries.length), ...entries.map(detailEntry)].join('\n');
}

function detailEntry({ here, there }: Heard): string {
  const port = lldpPort(there);
  const { supported, enabled } = LLDP_CAPABILITIES[there.device.entry.kind];
  return [
    '-'.repeat(80),
    '',
    `Port                           : ${here.port.name}`,
    'Neighbor Entries               : 1',
    'Neighbor Entries Deleted       : 0',
    'Neighbor Entries Dropped       : 0',
    'Neighbor Entries Aged-Out      : 0',
    `Neighbor Chassis-Name          : ${there.device.announcedName}`,
    `Neighbor Chassis-Description   : ${systemDescription(there.device)}`,
    `Neighbor Chassis-ID            : ${chassisMac(there.device)}`,
    `Neighbor Management-Address    : ${there.told}`,
    `Chassis Capabilities Available : ${inWords(supported).join(', ')}`,
    `Chassis Capabilities Enabled   : ${inWords(enabled).join(', ')}`,
    `Neighbor Port-ID               : ${port.id}`,
    `Neighbor Port-Desc             : ${port.description}`,
    'Neighbor Port VLAN ID          : 1',
    'Neighbor Mac-Phy details',
    'Neighbor Auto-neg Supported    : false',
    'TTL                            : 120',
    '',
  ].join('\n');
}
