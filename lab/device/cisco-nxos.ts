import { CISCO_LEAVE, CISCO_SETTINGS } from './cisco-settings.ts';
import { ERASE_LINE, type CliContext, type CliDialect } from './cli-context.ts';
import { nxosCdpJson, nxosLldpJson, nxosVersionJson } from './nxos-json.ts';
import { nxosCdpDetail, nxosCdpTable, nxosLldpDetail, nxosLldpTable } from './nxos-neighbors.ts';
import { nxosUptime } from './uptime.ts';
import { iosVlanBrief, nxosIpBrief, nxosIpv6Brief } from './interface-listings.ts';

export const CISCO_NXOS: CliDialect = {
  pager: { text: () => '\u001b[7m--More--\u001b[m', erase: ERASE_LINE },
  leave: CISCO_LEAVE,
  settings: CISCO_SETTINGS,
  clearsLine: /^cl(?:ear)? line pts\/(\d{1,3})$/i,
  confirms: false,
  rejected: (_line, promptLength) => `${' '.repeat(promptLength)}^\n% Invalid command at '^' marker.\n`,
  answers: {
    'show version': version,
    'show version | json': nxosVersionJson,
    'show clock': () => '09:00:07.412 UTC Fri Nov 20 2026\nTime source is NTP\n',
    'show hostname': ({ device }) => `${device.name} \n`,
    'show cdp neighbors': nxosCdpTable,
    'show cdp neighbors detail': nxosCdpDetail,
    'show cdp neighbors detail | json': nxosCdpJson,
    'show lldp neighbors': nxosLldpTable,
    'show lldp neighbors detail': nxosLldpDetail,
    'show lldp neighbors detail | json': nxosLldpJson,
    'show inventory': inventory,
    'show vlan brief': iosVlanBrief,
    'show ip interface brief vrf all': nxosIpBrief,
    'show ipv6 interface brief vrf all': nxosIpv6Brief,
    'show users': users,
    'show sockets connection tcp': sockets,
  },
};

function version({ device }: CliContext): string {
  const { model, osVersion, image } = device.entry;
  return [
    'Cisco Nexus Operating System (NX-OS) Software',
    'TAC support: http://www.cisco.com/tac',
    'Copyright (C) 2002-2024, Cisco and/or its affiliates.',
    'All rights reserved.',
    '',
    'Software',
    '  BIOS: version 05.47',
    ` NXOS: version ${osVersion}`,
    '  BIOS compile time:  04/28/2022',
    `  NXOS image file is: bootflash:///${image}`,
    '  NXOS compile time:  8/1/2023 12:00:00 [08/01/2023 20:12:05]',
    '',
    '',
    'Hardware',
    `  cisco ${model ?? ''} Chassis `,
    '  Intel(R) Xeon(R) CPU D-1526 @ 1.80GHz with 24570300 kB of memory.',
    `  Processor Board ID ${device.serials[0] ?? ''}`,
    '',
    `  Device name: ${device.name}`,
    '  bootflash:   51496280 kB',
    '',
    `Kernel uptime is ${nxosUptime(device.uptimeMinutes)}`,
    '',
    'Last reset ',
    '  Reason: Unknown',
    `  System version: ${osVersion}`,
    '  Service: ',
    '',
    'plugin',
    '  Core Plugin, Ethernet Plugin',
    '',
  ].join('\n');
}

function inventory({ device }: CliContext): string {
  const { model, productId } = device.entry;
  return [
    `NAME: "Chassis",  DESCR: "${model ?? ''} Chassis"`,
    `PID: ${productId.padEnd(20)},  VID: V03 ,  SN: ${device.serials[0] ?? ''}`,
    '',
    'NAME: "Power Supply 1",  DESCR: "Chassis Power Supply"',
    `PID: NXA-PAC-500W-PE     ,  VID: V01 ,  SN: LIT${(device.index + 1).toString().padStart(8, '0')}`,
    '',
  ].join('\n');
}

function sockets({ device, connections }: CliContext): string {
  const rows = connections().flatMap(({ address, port }) => [
    `[host]: tcp(4/6) ESTABLISHED  0         ${device.addresses[0] ?? ''}(22)`,
    `                 default      0         ${address}(${port})`,
  ]);
  return [
    `Total number of tcp sockets: ${connections().length + 1}`,
    'Active connections (including servers)',
    '        Protocol State/       Recv-Q/   Local Address(port)/',
    '                 Context      Send-Q    Remote Address(port)',
    '[host]: tcp(4/6) LISTEN       0         *(22)',
    '                 Wildcard     0         *(*)',
    ...rows,
    '',
  ].join('\n');
}

function users({ lines }: CliContext): string {
  const rows = lines().map(
    ({ number, username, from, own }) =>
      `${username.padEnd(8)} pts/${String(number).padEnd(9)} Nov 20 09:00   .          ${12_000 + number} (${from}) session=ssh${own ? ' *' : ''}`,
  );
  return ['NAME     LINE         TIME         IDLE          PID COMMENT', ...rows, ''].join('\n');
}
