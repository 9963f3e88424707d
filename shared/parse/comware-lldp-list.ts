import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { readTable } from './table.ts';

const TITLES = {
  localPort: /Local (?:Interface|Intf)/i,
  chassisId: /Chassis ID/i,
  portId: /Port ID/i,
  remoteName: /System Name/i,
} as const;

/**
 * `display lldp neighbor-information list` of Comware. Old releases print the system name first, new ones last; a
 * chassis id that another LLDP agent heard has a `*` or `#` before it.
 */
export function parseComwareLldpList(text: string): NeighborEntry[] {
  return neighborEntries(
    readTable(outputLines(text), TITLES).map((row) => ({
      protocol: 'lldp',
      localPort: row.localPort,
      remoteName: row.remoteName,
      portId: row.portId,
      chassisId: row.chassisId.replace(/^[*#]\s?/, ''),
    })),
  );
}
