import type { LabDevice } from '../network/blueprint.ts';
import { addressesOf, IOS_RESERVED, vlansOf, type LabAddress } from '../network/interfaces.ts';
import type { CliContext } from './cli-context.ts';
import { jsonText } from './json-text.ts';
import { shortPort } from './short-port.ts';

/** VLANs and addresses of interfaces, as those list them that took after IOS. */

const DOWN = 'GigabitEthernet1/0/48';

const portNames = (device: LabDevice): readonly string[] => device.ports.map(({ name }) => shortPort(name));

/** Ports go on in the lines below. */
function portLines(ports: readonly string[], indent: number): string {
  const rows: string[] = [];
  for (let n = 0; n < ports.length; n += 4) rows.push(ports.slice(n, n + 4).join(', '));
  return rows.join(`,\n${' '.repeat(indent)}`);
}

export function iosVlanBrief({ device }: CliContext): string {
  const rows = vlansOf(device).map(({ id, name }) => {
    const ports = id === 1 ? portLines(portNames(device), 48) : '';
    return `${String(id).padEnd(4)} ${name.padEnd(32)} active    ${ports}`;
  });
  const reserved = IOS_RESERVED.map(({ id, name }) => `${id} ${name.padEnd(32)} act/unsup `);
  return [
    '',
    'VLAN Name                             Status    Ports',
    '---- -------------------------------- --------- -------------------------------',
    ...rows,
    ...(device.entry.kind === 'cisco_ios' ? reserved : []),
    '',
  ].join('\n');
}

export function iosIpBrief({ device }: CliContext): string {
  const row = (name: string, ip: string, state: string): string =>
    `${name.padEnd(22)} ${ip.padEnd(15)} YES ${ip === 'unassigned' ? 'unset ' : 'NVRAM '} ${state}`;
  return [
    'Interface              IP-Address      OK? Method Status                Protocol',
    ...addressesOf(device).map(({ port, ip }) => row(port, ip, 'up                    up      ')),
    ...device.ports.map(({ name }) => row(name, 'unassigned', 'up                    up      ')),
    row(DOWN, 'unassigned', 'administratively down down    '),
    '',
  ].join('\n');
}

/** Nobody in the lab speaks IPv6: a router lists its interfaces all the same. */
export function iosIpv6Brief({ device }: CliContext): string {
  return `${addressesOf(device)
    .map(({ port }) => `${port.padEnd(23)}[up/up]\n    unassigned`)
    .join('\n')}\n`;
}

export function nxosIpBrief({ device }: CliContext): string {
  const isManagement = ({ port }: LabAddress): boolean => port.startsWith('mgmt');
  const table = (vrf: string, number: number, of: readonly LabAddress[]): string[] => [
    `IP Interface Status for VRF "${vrf}"(${number})`,
    'Interface            IP Address      Interface Status',
    ...of.map(({ port, ip }) => `${port.padEnd(21)}${ip.padEnd(16)}protocol-up/link-up/admin-up       `),
    '',
  ];
  const all = addressesOf(device);
  const own = all.filter((address) => !isManagement(address));
  return ['', ...table('default', 1, own), ...table('management', 2, all.filter(isManagement))].join('\n');
}

export const nxosIpv6Brief = (): string =>
  '\nIPv6 Interface Status for VRF "default"(1)\nInterface        IPv6 Address/Link-local Address            Interface Status\n                                                            prot/link/admin\n';

export function xrIpBrief({ device }: CliContext): string {
  const row = (name: string, ip: string): string =>
    `${name.padEnd(30)} ${ip.padEnd(15)} ${'Up'.padEnd(15)} ${'Up'.padEnd(8)} default `;
  return [
    '',
    'Interface                      IP-Address      Status          Protocol Vrf-Name',
    ...addressesOf(device).map(({ port, ip }) => row(port, ip)),
    ...device.ports.map(({ name }) => row(name, 'unassigned')),
    '',
  ].join('\n');
}

export function eosVlan({ device }: CliContext): string {
  const rows = vlansOf(device).map(({ id, name }) => {
    const ports =
      id === 1
        ? portLines(
            portNames(device).map((port) => port.replace('Eth', 'Et')),
            49,
          )
        : '';
    return `${String(id).padEnd(5)} ${name.padEnd(32)} active    ${ports}`;
  });
  return [
    'VLAN  Name                             Status    Ports',
    '----- -------------------------------- --------- -------------------------------',
    ...rows,
    '',
    '* indicates a Dynamic VLAN',
    '',
  ].join('\n');
}

export function eosVlanJson({ device }: CliContext): string {
  const vlans = vlansOf(device).map(({ id, name }) => {
    const interfaces =
      id === 1 ? device.ports.map((port) => [port.name, { privatePromoted: false }] as const) : [];
    return [
      id,
      { name, dynamic: false, status: 'active', interfaces: Object.fromEntries(interfaces) },
    ] as const;
  });
  return jsonText({ vlans: Object.fromEntries(vlans), sourceDetail: '' });
}

export function eosIpBrief({ device }: CliContext): string {
  const rows = addressesOf(device).map(
    ({ port, ip, length }) =>
      `${port.padEnd(15)} ${`${ip}/${length}`.padEnd(18)} up         up               1500          `,
  );
  return [
    '                                                                               Address',
    'Interface       IP Address         Status     Protocol           MTU    Owner  ',
    '--------------- ------------------ ---------- ------------- --------- -------',
    ...rows,
    '',
  ].join('\n');
}

export function eosIpBriefJson({ device }: CliContext): string {
  const interfaces = addressesOf(device).map(({ port, ip, length }) => [
    port,
    {
      name: port,
      lineProtocolStatus: 'up',
      interfaceStatus: 'connected',
      mtu: 1500,
      ipv4Routable240: false,
      interfaceAddress: { ipAddr: { maskLen: length, address: ip } },
    },
  ]);
  return jsonText({ interfaces: Object.fromEntries(interfaces) as unknown });
}

export function aoscxVlan({ device }: CliContext): string {
  const rows = vlansOf(device).map(({ id, name }) => {
    const isFirst = id === 1;
    const ports = isFirst ? device.ports.map((port) => port.name).join(',') : '';
    const [state, reason] = isFirst ? ['up', 'ok'] : ['down', 'no_member_port'];
    return `${String(id).padEnd(5)} ${name.padEnd(33)} ${state.padEnd(7)} ${reason.padEnd(23)} ${(isFirst ? 'default' : 'static').padEnd(11)} ${ports}`;
  });
  const rule = '-'.repeat(107);
  return [
    '',
    rule,
    'VLAN  Name                              Status  Reason                  Type        Interfaces',
    rule,
    ...rows,
    '',
  ].join('\n');
}

export function aoscxIpBrief({ device }: CliContext): string {
  return [
    'Interface           IP Address                Interface Status',
    '                                              link/admin',
    ...addressesOf(device).map(
      ({ port, ip, length }) => `${port.padEnd(19)} ${`${ip}/${length}`.padEnd(25)} up/up`,
    ),
    `${'vlan4000'.padEnd(19)} ${'No Address'.padEnd(25)} down/up`,
    '',
  ].join('\n');
}
