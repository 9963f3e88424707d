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
