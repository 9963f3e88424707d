import type { Kind } from './kind.ts';

/** Where on a device a cable goes: up to the next layer, or down. */
export type PortRole = 'up' | 'down';

/** What a device is. The port function names the n-th (from 0) cabled port of a role. */
export interface CatalogEntry {
  readonly kind: Kind;
  /** As the device names its vendor, where that is not what its kind does: HP, before it was HPE. */
  readonly vendor?: string;
  /** As `show version` prints it. */
  readonly model: string | null;
  /** As CDP and `show inventory` print it. */
  readonly productId: string;
  readonly osVersion: string;
  /** IOS: the image family. Linux: the kernel. Others: as their own `show version` has it. */
  readonly image: string;
  /** Old IOS: SHA-1 and CBC only, and no local port in LLDP detail. Junos before ELS: units behind its ports. Comware 5: no `verbose`. */
  readonly legacy?: true;
  readonly port: (role: PortRole, n: number, members: number) => string;
}

const nexusPort = (_role: PortRole, n: number): string => `Ethernet${Math.floor(n / 48) + 1}/${(n % 48) + 1}`;
const stackPort = (role: PortRole, n: number, members: number): string => {
  const member = (n % members) + 1;
  const number = Math.floor(n / members) + 1;
  return role === 'up' ? `TenGigabitEthernet${member}/1/${number}` : `GigabitEthernet${member}/0/${number}`;
};

export const CORE_NEXUS: CatalogEntry = {
  kind: 'cisco_nxos',
  model: 'Nexus9000 C9508',
  productId: 'N9K-C9508',
  osVersion: '9.3(12)',
  image: 'nxos.9.3.12.bin',
  port: nexusPort,
};
export const LEAF_NEXUS: CatalogEntry = {
  kind: 'cisco_nxos',
  model: 'Nexus9000 C93180YC-FX',
  productId: 'N9K-C93180YC-FX',
  osVersion: '10.2(6)',
  image: 'nxos64-cs.10.2.6.M.bin',
  port: nexusPort,
};
export const DISTRIBUTION: CatalogEntry = {
  kind: 'cisco_ios',
  model: 'C9500-40X',
  productId: 'C9500-40X',
  // Both spellings of this release (16.12.10 and the padded one) are the same.
  osVersion: '16.12.10',
  image: 'CAT9K_IOSXE',
  port: (_role, n) => `TenGigabitEthernet1/0/${n + 1}`,
};
export const ACCESS: CatalogEntry = {
  kind: 'cisco_ios',
  model: 'C9300-48P',
  productId: 'C9300-48P',
  osVersion: '16.12.10',
  image: 'CAT9K_IOSXE',
  port: stackPort,
};
export const OLD_ACCESS: CatalogEntry = {
  kind: 'cisco_ios',
  model: 'WS-C2960-24TT-L',
  productId: 'WS-C2960-24TT-L',
  osVersion: '12.2(55)SE12',
  image: 'C2960-LANBASEK9-M',
  legacy: true,
  port: (role, n) => (role === 'up' ? `GigabitEthernet0/${n + 1}` : `FastEthernet0/${n + 1}`),
};
export const SERVER: CatalogEntry = {
  kind: 'linux',
  model: null,
  productId: 'Linux',
  osVersion: 'Debian GNU/Linux 12 (bookworm)',
  image: '6.1.0-27-amd64',
  port: (_role, n) => `eth${n + 1}`,
};
