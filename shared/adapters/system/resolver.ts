import { lookup } from 'node:dns/promises';
import type { Resolver } from '../../ports/resolver.ts';

/** The system's resolver: hosts file, then DNS. A name without an address is an empty answer, not an error. */
export const dnsResolver: Resolver = {
  lookup: async (name) => {
    try {
      const found = await lookup(name, { all: true, order: 'ipv4first' });
      return found.map(({ address }) => address);
    } catch {
      return [];
    }
  },
};
