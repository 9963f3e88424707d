import type { NeighborEntry } from '../model/neighbor.ts';
import { readBriefTable } from './brief-row.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';

const TITLES = [/Device[- ]ID/i, /Local/i, /Hold/i, /Capab/i, /Port ID/i];

/**
 * `show lldp neighbors` of IOS, IOS-XE, NX-OS and IOS-XR. IOS cuts names at 20 characters, the local port then follows
 * without a blank; NX-OS goes on in the next line.
 */
export function parseCiscoLldpBrief(text: string): NeighborEntry[] {
  const { columns, rows } = readBriefTable(outputLines(text), TITLES);
  const portAt = columns.starts[4] ?? Infinity;
  return neighborEntries(
    rows.map(({ name, localPort, line, restAt }) => {
      const rest = line.slice(restAt);
      const found = /^\s{1,40}([A-Z](?:, ?[A-Z]){0,8}|[RBTCWPSO]{1,8}|N\/A|-)(\s|$)/.exec(rest);
      // A lone word is a capability only where it stands left of the port ids.
      const lone = found !== null && rest.trim() === found[1];
      const letters = lone && restAt + rest.search(/\S/) >= portAt - 1 ? null : found;
      return {
        protocol: 'lldp',
        localPort,
        remoteName: name,
        portId: rest.slice(letters?.[0].length ?? 0).trim(),
        capabilities: (letters?.[1] ?? '').replace('N/A', '').match(/[A-Z]/g) ?? [],
      };
    }),
  );
}
