import fc from 'fast-check';
import type { InterfaceAddress, Vlan } from '../../shared/model/collected.ts';

/** VLANs and addresses as devices print them. Names hold what every format can hold: one word. */

export interface NamedVlan extends Required<Vlan> {
  /** Ports in it, as printed. */
  readonly ports: readonly string[];
}

const port = fc
  .tuple(fc.constantFrom('Gi', 'Te', 'Eth', 'XGE'), fc.nat(9), fc.nat(60))
  .map(([type, a, b]) => `${type}${a}/0/${b}`);

export const vlanLists: fc.Arbitrary<NamedVlan[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 4094 }),
      // None that reads as a state or as nothing.
      name: fc.stringMatching(/^[A-Z][A-Z0-9_]{1,24}-[A-Z0-9]{1,6}$/),
      ports: fc.array(port, { maxLength: 9 }),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  )
  .map((all) => [...all].sort((a, b) => a.id - b.id));

export interface Address extends InterfaceAddress {
  readonly ip: string;
  readonly length: number;
}

const usable = (ip: string): boolean => ip !== '0.0.0.0' && !ip.startsWith('127.');
const v6 = fc
  .tuple(fc.integer({ min: 1, max: 0xffff }), fc.integer({ min: 1, max: 0xffff }))
  .map(([a, b]) => `2001:db8:${a.toString(16)}::${b.toString(16)}`);

const addressesOf = (ips: fc.Arbitrary<string>, most: number): fc.Arbitrary<Address[]> =>
  fc.uniqueArray(
    fc
      .record({
        port: fc.oneof(
          fc.nat(4094).map((n) => `Vlan${n}`),
          fc.nat(99).map((n) => `lo0.${n}`),
          fc.nat(99).map((n) => `ethernet1/${n}.${n}`),
        ),
        ip: ips,
        length: fc.integer({ min: 1, max: most }),
      })
      .map((one) => ({ ...one, address: `${one.ip}/${one.length}` })),
    { selector: ({ port: name }) => name, maxLength: 20 },
  );

export const v4Lists = addressesOf(fc.ipV4().filter(usable), 32);
export const v6Lists = addressesOf(v6, 128);

type Render<T> = (all: readonly T[]) => string;

/** Ports four to a line, the others below at the column where they begin. */
function portCells({ ports }: NamedVlan, indent: number): string {
  const rows: string[] = [];
  for (let n = 0; n < ports.length; n += 4) rows.push(ports.slice(n, n + 4).join(', '));
  return rows.join(`,\n${' '.repeat(indent)}`);
}

export const iosVlans: Render<NamedVlan> = (all) => `
VLAN Name                             Status    Ports
---- -------------------------------- --------- -------------------------------
${all.map((one) => `${String(one.id).padEnd(4)} ${one.name.padEnd(32)} active    ${portCells(one, 48)}`).join('\n')}
`;

export const eosVlans: Render<NamedVlan> = (all) => `VLAN  Name                             Status    Ports
----- -------------------------------- --------- -------------------------------
${all.map((one, n) => `${`${one.id}${n % 3 ? '' : '*'}`.padEnd(5)} ${one.name.padEnd(32)} ${n % 2 ? 'active   ' : 'suspended'} ${portCells(one, 49)}`).join('\n')}

* indicates a Dynamic VLAN
`;

export const eosVlanJson: Render<NamedVlan> = (all) =>
  JSON.stringify({
    vlans: Object.fromEntries(all.map(({ id, name }) => [id, { name, dynamic: false, status: 'active' }])),
    sourceDetail: '',
  });

export const aoscxVlans: Render<NamedVlan> = (all) => `
${'-'.repeat(100)}
VLAN  Name                              Status  Reason                  Type        Interfaces
${'-'.repeat(100)}
${all.map(({ id, name, ports }) => `${String(id).padEnd(5)} ${name.padEnd(33)} down    no_member_port          static      ${ports.join(',')}`).join('\n')}
`;

export const junosElsVlans: Render<NamedVlan> = (all) => `
Routing instance        VLAN name             Tag          Interfaces
${all.map(({ id, name, ports }) => `default-switch          ${name.padEnd(21)} ${String(id).padEnd(12)}\n${ports.map((one) => `${' '.repeat(59)}${one}.0*\n`).join('')}`).join('\n')}`;

export const junosVlans: Render<NamedVlan> = (all) => `Name           Tag     Interfaces
${all.map(({ id, name, ports }) => `${name.padEnd(14)} ${String(id).padEnd(7)}\n${' '.repeat(23)}${ports.join(', ') || 'None'}`).join('\n')}
`;

export const comwareVlanBrief: Render<NamedVlan> = (all) => `Brief information about all VLANs:
Supported Minimum VLAN ID: 1
Supported Maximum VLAN ID: 4094
Default VLAN ID: 1
VLAN ID   Name                             Port
${all.map(({ id, name, ports }) => `${String(id).padEnd(9)} ${name.padEnd(32)} ${ports.join(`\n${' '.repeat(43)}`)}`).join('\n')}
`;

export const comwareVlanAll: Render<NamedVlan> = (all) =>
  all
    .map(
      ({ id, name, ports }) => ` VLAN ID: ${id}
 VLAN Type: static
 Route Interface: not configured
 Description: VLAN ${id}
 Name: ${name}
 Tagged   Ports: none
 Untagged Ports:
    ${ports.join('  ')}
`,
    )
    .join('\n');

const VRP_RULE = '-'.repeat(80);
const vrpPorts: Render<NamedVlan> = (all) => `The total number of vlans is : ${all.length}
${VRP_RULE}
U: Up;         D: Down;         TG: Tagged;         UT: Untagged;
${VRP_RULE}

VID  Type    Ports
${VRP_RULE}
${all.map(({ id, ports }) => `${String(id).padEnd(4)} common  ${ports.map((one) => `UT:${one}(U)`).join(`\n${' '.repeat(13)}`)}`).join('\n')}
`;

export const vrpVlans: Render<NamedVlan> = (all) => `${vrpPorts(all)}
VID  Status  Property      MAC-LRN Statistics Description
${VRP_RULE}
${all.map(({ id, name }) => `${String(id).padEnd(4)} enable  default       enable  disable    ${name}`).join('\n')}
`;

export const vrp8Vlans: Render<NamedVlan> = (all) => `${vrpPorts(all)}
VID  Type     Status  Property  MAC-LRN STAT    BC  MC  UC  Description
${VRP_RULE}
${all.map(({ id, name }) => `${String(id).padStart(4)} common   enable  default   enable  disable FWD FWD FWD ${name}`).join('\n')}
`;

export const ipVlanJson: Render<NamedVlan> = (all) =>
  JSON.stringify(
    all.map(({ id, name }, n) => ({
      ifindex: n,
      link: 'eth0',
      ifname: name,
      linkinfo: { info_kind: 'vlan', info_data: { protocol: '802.1Q', id } },
    })),
  );

export const iosIpBrief: Render<Address> = (
  all,
) => `Interface              IP-Address      OK? Method Status                Protocol
${all.map(({ port: name, ip }) => `${name.padEnd(22)} ${ip.padEnd(15)} YES NVRAM  up                    up      \nGi1/0/9                unassigned      YES unset  down                  down    `).join('\n')}
`;

export const vrpIpBrief: Render<Address> = (all) => `*down: administratively down
(s): spoofing
Interface                         IP Address/Mask      Physical   Protocol  
NULL0                             unassigned           up         up(s)     
${all.map(({ port: name, address }) => `${name.padEnd(33)} ${address.padEnd(20)} up         up        `).join('\n')}
`;

export const comwareIpBrief: Render<Address> = (all) => `*down: administratively down
(s): spoofing  (l): loopback
Interface          Physical Protocol IP address      Description
GE1/0/1            up       down     --              to 10.9.9.9
${all.map(({ port: name, ip }) => `${name.padEnd(18)} up       up(s)    ${ip.padEnd(15)} 10.8.8.8`).join('\n')}
`;

export const eosIpBriefJson: Render<Address> = (all) =>
  JSON.stringify({
    interfaces: Object.fromEntries(
      all.map(({ port: name, ip, length }) => [
        name,
        { name, mtu: 1500, interfaceAddress: { ipAddr: { maskLen: length, address: ip } } },
      ]),
    ),
  });

export const junosTerse: Render<Address> = (
  all,
) => `Interface               Admin Link Proto    Local                 Remote
xe-0/0/0                up    down
xe-0/0/0.0              up    down eth-switch
${all.map(({ port: name, address }) => `${name.padEnd(23)} up    up   inet     ${address.padEnd(18)} --> 10.9.9.9\n${' '.repeat(35)}inet6    fe80::1/64\n${' '.repeat(35)}mpls`).join('\n')}
`;

export const panosInterfaces: Render<Address> = (all) => `
total configured hardware interfaces: 1

name                    id    speed/duplex/state        mac address       
${'-'.repeat(80)}
ethernet1/1             16    1000/full/up              08:30:6b:00:00:10 

total configured logical interfaces: ${all.length}

name                id    vsys zone             forwarding               tag    address           
------------------- ----- ---- ---------------- ------------------------ ------ ------------------
tunnel.1            260   1    vpn              vr:default               0      N/A               
${all.map(({ port: name, address }, n) => `${name.padEnd(19)} ${256 + n}   1    ${(n % 2 ? 'trust' : '').padEnd(16)} vr:default               0      ${address.padEnd(18)}`).join('\n')}
`;

export const ipAddrJson: Render<Address> = (all) =>
  JSON.stringify([
    { ifname: 'lo', addr_info: [{ family: 'inet', local: '127.0.0.1', prefixlen: 8 }] },
    ...all.map(({ port: name, ip, length }) => ({
      ifname: name,
      addr_info: [
        { family: 'inet', local: ip, prefixlen: length },
        { family: 'inet6', local: 'fe80::1', prefixlen: 64 },
      ],
    })),
  ]);

/** IOS and XR: each address below its interface. */
export const iosIpv6Brief: Render<Address> = (all) =>
  all
    .map(
      ({ port: name, ip }) =>
        `${name.padEnd(23)}[up/up]\n    FE80::1\n    ${ip.toUpperCase()}\nGi9/0/9                [down/down]\n    unassigned\n`,
    )
    .join('');

/** NX-OS: the first beside it. */
export const nxosIpv6Brief: Render<Address> = (all) => `
IPv6 Interface Status for VRF "default"(1)
Interface        IPv6 Address/Link-local Address            Interface Status
                                                            prot/link/admin
${all.map(({ port: name, ip }) => `${name.padEnd(16)} ${ip.padEnd(42)} up/up/up\n                 fe80::1`).join('\n')}
`;
