import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { readTable } from './table.ts';

const TITLES = {
  localPort: /^\s{0,8}Port/i,
  remoteName: /Neighbor Device ID/i,
  portId: /Neighbor Port ID/i,
  ttl: /TTL/,
} as const;

/**
 * `show lldp neighbors` of EOS: `Et1        localhost                      Ethernet1                  120`. A row of four
 * words needs no columns; only names and ports with blanks in them do.
 */
export function parseAristaLldpBrief(text: string): NeighborEntry[] {
  const lines = outputLines(text);
  const at = lines.findIndex((line) => TITLES.remoteName.test(line) && TITLES.ttl.test(line));
  const header = lines[at];
  if (header === undefined) return [];
  return neighborEntries(
    lines
      .slice(at + 1)
      .filter((line) => / \d{1,6}$/.test(line))
      .map((line) => readRow(header, line)),
  );
}

function readRow(header: string, line: string): RawEntry {
  const words = line.trim().split(/\s+/);
  if (words.length === 4)
    return { protocol: 'lldp', localPort: words[0], remoteName: words[1], portId: words[2] };
  const row = readTable([header, line], TITLES)[0];
  return { protocol: 'lldp', localPort: row?.localPort, remoteName: row?.remoteName, portId: row?.portId };
}
