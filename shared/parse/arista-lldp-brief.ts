import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { readTable } from './table.ts';

const TITLES = [/Port/i, /Neighbor Device ID/i, /Neighbor Port ID/i, /TTL/i];

/** `show lldp neighbors` of EOS: `Et1        localhost                      Ethernet1                  120`. */
export function parseAristaLldpBrief(text: string): NeighborEntry[] {
  const rows = readTable(outputLines(text), TITLES).filter((cells) => /^\d{1,6}$/.test(cells[3] ?? ''));
  return neighborEntries(
    rows.map(([localPort, remoteName, portId]) => ({ protocol: 'lldp', localPort, remoteName, portId })),
  );
}
