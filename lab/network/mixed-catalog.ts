import type { CatalogEntry } from './catalog.ts';

/** The devices of other vendors. Where `down` and `up` are one row of ports, the builder takes the next free one. */

export const EOS_LEAF: CatalogEntry = {
  kind: 'arista_eos',
  model: 'DCS-7280SR-48C6',
  productId: 'DCS-7280SR-48C6',
  osVersion: '4.30.5M',
  image: 'Strata-4GB',
  port: (role, n) => (role === 'up' ? `Ethernet${49 + n}/1` : `Ethernet${n + 1}`),
};

export const JUNOS_QFX: CatalogEntry = {
  kind: 'juniper_junos',
  model: 'qfx5120-48y-8c',
  productId: 'QFX5120-48Y-8C',
  osVersion: '21.4R3-S3.4',
  image: 'junos',
  port: (role, n) => (role === 'up' ? `et-0/0/${48 + n}` : `xe-0/0/${n}`),
};
/** A virtual chassis from before ELS. */
export const JUNOS_EX: CatalogEntry = {
  kind: 'juniper_junos',
  model: 'ex3300-48t',
  productId: 'EX3300-48T',
  osVersion: '15.1R7.9',
  image: 'junos',
  legacy: true,
  port: (role, n, members) =>
    `${role === 'up' ? 'xe' : 'ge'}-${n % members}/${role === 'up' ? 1 : 0}/${Math.floor(n / members)}`,
};
export const JUNOS_MX: CatalogEntry = {
  kind: 'juniper_junos',
  model: 'mx204',
  productId: 'MX204',
  osVersion: '21.4R3-S3.4',
  image: 'junos',
  port: (role, n) => (role === 'up' ? `et-0/0/${n}` : `xe-0/1/${n}`),
};

export const XR_NCS: CatalogEntry = {
  kind: 'cisco_xr',
  model: 'NCS-5500',
  productId: 'NCS-5501-SE',
  osVersion: '7.5.2',
  image: 'ncs5500',
  port: (role, n) => (role === 'up' ? `HundredGigE0/0/1/${n}` : `TenGigE0/0/0/${n}`),
};

export const AOSCX: CatalogEntry = {
  kind: 'aruba_aoscx',
  model: 'JL658A 6300M 24SFP+ 4SFP56 Swch',
  productId: 'JL658A',
  osVersion: 'FL.10.10.1070',
  image: 'FL.01.12.0003',
  port: (role, n) => (role === 'up' ? `1/1/${25 + n}` : `1/1/${n + 1}`),
};

/** A stack (IRF) counts its members from 1. */
const irfPort = (role: 'up' | 'down', n: number, members: number, firstUp: number): string => {
  const [member, number] = [(n % members) + 1, Math.floor(n / members)];
  return role === 'up'
    ? `Ten-GigabitEthernet${member}/0/${firstUp + number}`
    : `GigabitEthernet${member}/0/${number + 1}`;
};

export const COMWARE_7: CatalogEntry = {
  kind: 'hp_comware',
  model: '5510 48G 4SFP+ HI 1-slot',
  productId: '5510 48G 4SFP+ HI 1-slot Switch JH146A',
  osVersion: '7.1.070, Release 3507P08',
  image: '5510hi-cmw710',
  port: (role, n, members) => irfPort(role, n, members, 49),
};
export const COMWARE_5: CatalogEntry = {
  kind: 'hp_comware',
  vendor: 'HP',
  model: 'A5500-24G-SFP EI',
  productId: 'A5500-24G-SFP EI JD374A',
  osVersion: '5.20.99, Release 2222P11',
  image: 'a5500ei-cmw520',
  legacy: true,
  port: (role, n, members) => irfPort(role, n, members, 25),
};

/** A stack (iStack) counts its members from 0. */
export const VRP_S: CatalogEntry = {
  kind: 'huawei_vrp',
  model: 'S5735-L48T4X-A',
  productId: 'S5735-L48T4X-A',
  osVersion: '5.170 (S5735 V200R021C00SPC500)',
  image: 'V200R021C00SPC500',
  port: (role, n, members) =>
    `${role === 'up' ? 'XGigabitEthernet' : 'GigabitEthernet'}${n % members}/0/${Math.floor(n / members) + 1}`,
};
/** VRP 8: two stages of configuration, the speed in the names of its ports. */
export const VRP_CE: CatalogEntry = {
  kind: 'huawei_vrp',
  model: 'CE6863-48S6CQ',
  productId: 'CE6863-48S6CQ',
  osVersion: '8.191 (CE6863 V200R019C10SPC800)',
  image: 'V200R019C10SPC800',
  port: (role, n) => (role === 'up' ? `100GE1/0/${n + 1}` : `10GE1/0/${n + 1}`),
};

/** One of a pair: its prompt tells that it is the active one. */
export const PANOS_PAIR: CatalogEntry = {
  kind: 'paloalto_panos',
  model: 'PA-3410',
  productId: 'PA-3400',
  osVersion: '10.2.7-h3',
  image: '3400',
  port: (role, n) => `ethernet1/${role === 'up' ? 23 + n : n + 1}`,
};
export const PANOS_SINGLE: CatalogEntry = {
  kind: 'paloalto_panos',
  model: 'PA-440',
  productId: 'PA-400',
  osVersion: '10.1.11',
  image: '400',
  port: (_role, n) => `ethernet1/${n + 1}`,
};
