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
