import type { InterfaceAddress, Vlan } from '../../shared/model/collected.ts';
import type { LabDevice } from './blueprint.ts';
import type { Kind } from './kind.ts';

/** Where the first address of a device stands, and where the second. Linux tells only the first of itself. */
const PORTS: Readonly<Record<Kind, readonly [string, string | null]>> = {
  cisco_ios: ['Vlan1', 'Loopback0'],
  cisco_nxos: ['mgmt0', 'Lo0'],
  cisco_xr: ['MgmtEth0/RP0/CPU0/0', 'Loopback0'],
  arista_eos: ['Management1', 'Loopback0'],
  juniper_junos: ['me0.0', 'lo0.0'],
  aruba_aoscx: ['vlan1', 'loopback0'],
  hp_comware: ['Vlan1', 'Loop0'],
  huawei_vrp: ['Vlanif1', 'LoopBack0'],
  paloalto_panos: ['management', 'loopback.1'],
  linux: ['eth0', null],
};
/** Their listings tell addresses without the length of the prefix, and so does Junos for a whole one. */
const WITHOUT_LENGTH: ReadonlySet<Kind> = new Set(['cisco_ios', 'cisco_nxos', 'cisco_xr', 'hp_comware']);
/** As each calls the VLAN that it has from the beginning; none on what routes only. */
const FIRST_VLAN: Readonly<Partial<Record<Kind, string>>> = {
  cisco_ios: 'default',
  cisco_nxos: 'default',
  arista_eos: 'default',
  juniper_junos: 'default',
  aruba_aoscx: 'DEFAULT_VLAN_1',
  hp_comware: 'VLAN 0001',
  huawei_vrp: 'VLAN 0001',
};
const ADDRESS_LENGTHS = [16, 32] as const;

export interface LabAddress {
  readonly port: string;
  readonly ip: string;
  readonly length: number;
}

export function addressesOf({ entry, addresses }: LabDevice): readonly LabAddress[] {
  return addresses.flatMap((ip, n) => {
    const port = PORTS[entry.kind][n] ?? null;
    return port === null ? [] : [{ port, ip, length: ADDRESS_LENGTHS[n] ?? 32 }];
  });
}

/** The addresses as the device's listings tell them. */
export const toldAddresses = (device: LabDevice): readonly InterfaceAddress[] =>
  addressesOf(device).map(({ port, ip, length }) => ({
    port,
    address: WITHOUT_LENGTH.has(device.entry.kind) || port === 'lo0.0' ? ip : `${ip}/${length}`,
  }));

/** A few VLANs, others on each device; none on an MX, which routes. */
export function vlansOf({ entry, index }: LabDevice): readonly Required<Vlan>[] {
  const first = FIRST_VLAN[entry.kind];
  if (first === undefined || entry.productId.startsWith('MX')) return [];
  return [
    { id: 1, name: first },
    { id: 10, name: 'USERS' },
    { id: 20, name: 'VOICE' },
    { id: 100 + (index % 900), name: `SITE-${index}` },
    { id: 1006 + (index % 3000), name: 'TRANSIT' },
  ];
}

/** What every IOS lists besides, and no network uses. */
export const IOS_RESERVED: readonly Required<Vlan>[] = [
  { id: 1002, name: 'fddi-default' },
  { id: 1003, name: 'token-ring-default' },
  { id: 1004, name: 'fddinet-default' },
  { id: 1005, name: 'trnet-default' },
];

/** The VLANs as the device's listing tells them. */
export const toldVlans = (device: LabDevice): readonly Required<Vlan>[] =>
  device.entry.kind === 'cisco_ios' ? [...vlansOf(device), ...IOS_RESERVED] : vlansOf(device);
