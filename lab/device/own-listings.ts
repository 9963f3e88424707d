import type { LabDevice } from '../network/blueprint.ts';
import { addressesOf, vlansOf } from '../network/interfaces.ts';
import type { CliContext } from './cli-context.ts';

/** VLANs and addresses of interfaces, as Junos, Comware, VRP and PAN-OS list them, each in its own way. */

const untilWide = (device: LabDevice): readonly string[] => device.ports.map(({ name }) => name);

/** Before ELS without the routing instance. */
export function junosVlans({ device }: CliContext): string {
  const ports = untilWide(device).map((port) => `${port}.0*`);
  if (device.entry.legacy) {
    const rows = vlansOf(device).map(({ id, name }) => {
      const of = id === 1 ? ports.join(', ') : 'None';
      return `${name.padEnd(14)} ${String(id).padEnd(7)}\n${' '.repeat(23)}${of}`;
    });
    return ['Name           Tag     Interfaces', ...rows, ''].join('\n');
  }
  const rows = vlansOf(device).flatMap(({ id, name }) => [
    `${'default-switch'.padEnd(23)} ${name.padEnd(21)} ${String(id).padEnd(12)}`,
    ...(id === 1 ? ports : []).map((port) => `${' '.repeat(59)}${port}`),
    '',
  ]);
  return ['', 'Routing instance        VLAN name             Tag          Interfaces', ...rows, ''].join(
    '\n',
  );
}

export function junosTerse({ device }: CliContext): string {
  const row = (name: string, protocol = '', local = ''): string =>
    `${name.padEnd(23)} up    up   ${protocol.padEnd(8)} ${local}`.trimEnd();
  const rows = device.ports.flatMap(({ name }) => [row(name), row(`${name}.0`, 'eth-switch')]);
  const own = addressesOf(device).flatMap(({ port, ip, length }) => {
    const text = port.startsWith('lo') ? `${ip.padEnd(19)} --> 0/0` : `${ip}/${length}`;
    const link = `${' '.repeat(35)}inet6    fe80::1/64`;
    return [row(port.replace(/\.0$/, '')), row(port, 'inet', text), link];
  });
  return [
    'Interface               Admin Link Proto    Local                 Remote',
    ...rows,
    ...own,
    row('lo0.16384', 'inet', '127.0.0.1           --> 0/0'),
    '',
  ].join('\n');
}

const SHORT: readonly (readonly [string, string])[] = [
  ['Ten-GigabitEthernet', 'XGE'],
  ['XGigabitEthernet', 'XGE'],
  ['GigabitEthernet', 'GE'],
];

const short = (port: string): string => {
  const [long = '', cut = ''] = SHORT.find(([name]) => port.startsWith(name)) ?? [];
  return cut + port.slice(long.length);
};

export function comwareVlanBrief({ device }: CliContext): string {
  const ports = untilWide(device).map(short);
  const rows = vlansOf(device).map(({ id, name }) => {
    const pairs = id === 1 ? ports.map((port, n) => (n % 2 ? `${port}\n` : port.padEnd(12))) : [];
    const held = pairs
      .join('')
      .trimEnd()
      .replaceAll('\n', `\n${' '.repeat(43)}`);
    return `${String(id).padEnd(9)} ${name.padEnd(32)} ${held}`;
  });
  return [
    'Brief information about all VLANs:',
    'Supported Minimum VLAN ID: 1',
    'Supported Maximum VLAN ID: 4094',
    'Default VLAN ID: 1',
    'VLAN ID   Name                             Port',
    ...rows,
    '',
  ].join('\n');
}

export function comwareVlanAll({ device }: CliContext): string {
  const blocks = vlansOf(device).map(({ id, name }) =>
    [
      ` VLAN ID: ${id}`,
      ' VLAN Type: static',
      ' Route Interface: not configured',
      ` Description: VLAN ${String(id).padStart(4, '0')}`,
      ` Name: ${name}`,
      ' Broadcast MAX-ratio: 100%',
      ' Tagged   Ports: none',
      ` Untagged Ports:${id === 1 ? `\n    ${untilWide(device).join('  ')}` : ' none'}`,
      '',
    ].join('\n'),
  );
  return [...blocks, ''].join('\n');
}

export function comwareIpBrief({ device }: CliContext): string {
  const ports = device.ports
    .slice(0, 1)
    .map(({ name }) => `${short(name).padEnd(18)} up       up       --              to 10.9.9.9`);
  return [
    '*down: administratively down',
    '(s): spoofing  (l): loopback',
    'Interface          Physical Protocol IP address      Description',
    ...addressesOf(device).map(
      ({ port, ip }) =>
        `${port.padEnd(18)} up       ${(port.startsWith('Loop') ? 'up(s)' : 'up').padEnd(8)} ${ip.padEnd(15)} --`,
    ),
    ...ports,
    '',
  ].join('\n');
}

export function vrpVlan({ device }: CliContext): string {
  const vlans = vlansOf(device);
  const rule = '-'.repeat(80);
  const is8 = device.entry.osVersion.startsWith('8');
  const id = (number: number): string => (is8 ? String(number).padStart(4) : String(number).padEnd(4));
  const ports = untilWide(device).map((port) => `${short(port)}(U)`.padEnd(15));
  const title = is8
    ? 'VID  Type     Status  Property  MAC-LRN STAT    BC  MC  UC  Description'
    : 'VID  Status  Property      MAC-LRN Statistics Description';
  return [
    `The total number of vlans is : ${vlans.length}`,
    rule,
    'U: Up;         D: Down;         TG: Tagged;         UT: Untagged;',
    'MP: Vlan-mapping;               ST: Vlan-stacking;',
    '#: ProtocolTransparent-vlan;    *: Management-vlan;',
    rule,
    '',
    'VID  Type    Ports',
    rule,
    ...vlans.map((vlan) =>
      `${id(vlan.id)} common  ${vlan.id === 1 ? `UT:${ports.join(`\n${' '.repeat(16)}`)}` : ''}`.trimEnd(),
    ),
    '',
    title,
    rule,
    ...vlans.map((vlan) =>
      is8
        ? `${id(vlan.id)} common   enable  default   enable  disable FWD FWD FWD ${vlan.name}`
        : `${id(vlan.id)} enable  default       enable  disable    ${vlan.name}`,
    ),
    '',
  ].join('\n');
}

export function vrpIpBrief({ device }: CliContext): string {
  const rows = addressesOf(device).map(
    ({ port, ip, length }) => `${port.padEnd(33)} ${`${ip}/${length}`.padEnd(20)} up         up(s)     `,
  );
  return [
    '*down: administratively down',
    '^down: standby',
    '(l): loopback',
    '(s): spoofing',
    `The number of interface that is UP in Physical is ${rows.length}`,
    'The number of interface that is DOWN in Physical is 1',
    '',
    'Interface                         IP Address/Mask      Physical   Protocol  ',
    ...rows,
    'MEth0/0/1                         unassigned           down       down      ',
    '',
  ].join('\n');
}

export function panosInterfaces({ device }: CliContext): string {
  const hardware = device.ports.map(
    ({ name, mac }, n) =>
      `${name.padEnd(23)} ${String(16 + n).padEnd(5)} ${'10000/full/up'.padEnd(25)} ${mac}`,
  );
  const row = (name: string, number: number, address: string): string =>
    `${name.padEnd(19)} ${String(number).padEnd(5)} 1    ${(address === 'N/A' ? '' : 'trust').padEnd(16)} ${'vr:default'.padEnd(24)} 0      ${address.padEnd(18)}`;
  const logical = [
    ...device.ports.map(({ name }, n) => row(name, 16 + n, 'N/A')),
    ...addressesOf(device)
      .filter(({ port }) => port !== 'management')
      .map(({ port, ip, length }, n) => row(port, 256 + n, `${ip}/${length}`)),
  ];
  return [
    '',
    `total configured hardware interfaces: ${hardware.length}`,
    '',
    'name                    id    speed/duplex/state        mac address       ',
    '-'.repeat(80),
    ...hardware,
    '',
    'aggregation groups: 0',
    '',
    '',
    `total configured logical interfaces: ${logical.length}`,
    '',
    'name                id    vsys zone             forwarding               tag    address           ',
    '------------------- ----- ---- ---------------- ------------------------ ------ ------------------',
    ...logical,
    '',
  ].join('\n');
}

export function panosManagement({ device }: CliContext): string {
  const { ip = '' } = addressesOf(device).find(({ port }) => port === 'management') ?? {};
  return [
    '',
    '-'.repeat(79),
    'Name: Management Interface',
    'Link status:',
    '  Runtime link speed/duplex/state: 1000/full/up',
    '  Configured link speed/duplex/state: auto/auto/auto',
    'MAC address:',
    '  Port MAC address 08:30:6b:00:00:01',
    '',
    `Ip address: ${ip}`,
    'Netmask: 255.255.0.0',
    'Default gateway: 10.26.0.254',
    'Ipv6 address: unknown',
    'Ipv6 link local address: fe80::a30:6bff:fe00:1/64',
    'Ipv6 default gateway: ',
    '-'.repeat(79),
    '',
  ].join('\n');
}
