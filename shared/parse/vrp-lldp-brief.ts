import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { readTable } from './table.ts';

const TITLES = {
  localPort: /Local Int(?:f|erface)\b/i,
  remoteName: /Neighbor Dev(?:ice)?\b/i,
  portId: /Neighbor Int(?:f|erface)\b/i,
  holdTime: /Exptime/i,
} as const;

/** `display lldp neighbor brief` of VRP; the order of the columns differs between V200 and V800. */
export function parseVrpLldpBrief(text: string): NeighborEntry[] {
  return neighborEntries(
    readTable(outputLines(text), TITLES).map((row) => ({
      protocol: 'lldp',
      localPort: row.localPort,
      remoteName: row.remoteName,
      portId: row.portId,
    })),
  );
}
