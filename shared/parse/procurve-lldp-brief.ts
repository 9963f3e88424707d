import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { parseProcurveLldpDetail } from './procurve-lldp-detail.ts';
import { readTable } from './table.ts';

const TITLES = {
  localPort: /Local ?Port/i,
  chassisId: /Chassis ?Id/i,
  portId: /Port ?Id/i,
  portDescription: /Port ?Descr/i,
  remoteName: /Sys ?Name/i,
} as const;

/**
 * `show lldp info remote-device` of ProCurve and ArubaOS-Switch. Cells are cut, names with `...` at the end. Asked about
 * one port (`... remote-device A1`) it prints the details.
 */
export function parseProcurveLldpBrief(text: string): NeighborEntry[] {
  const lines = outputLines(text);
  if (lines.some((line) => /^\s{0,8}Local Port\s{0,20}:/i.test(line))) return parseProcurveLldpDetail(text);
  return neighborEntries(
    readTable(lines, TITLES).map((row) => ({
      ...row,
      protocol: 'lldp',
      remoteName: uncut(row.remoteName),
    })),
  );
}

/** The three dots are no part of the name. */
const uncut = (name: string): string => name.replace(/ ?\.{3}$/, '');
