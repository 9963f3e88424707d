import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { readTable } from './table.ts';

const TITLES = {
  localPort: /^\s{0,8}Port/i,
  remoteName: /Neighbor Device ID/i,
  portId: /Neighbor Port ID/i,
  ttl: /TTL/,
} as const;

/** `show lldp neighbors` of EOS: `Et1        localhost                      Ethernet1                  120`. */
export function parseAristaLldpBrief(text: string): NeighborEntry[] {
  const rows = readTable(outputLines(text), TITLES).filter(({ ttl }) => /^\d{1,6}$/.test(ttl));
  return neighborEntries(
    rows.map(({ localPort, remoteName, portId }) => ({ protocol: 'lldp', localPort, remoteName, portId })),
  );
}
