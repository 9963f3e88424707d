import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { readTable } from './table.ts';

const TITLES = {
  number: /#/,
  localPort: /INTERFACE/,
  address: /ADDRESS/,
  chassisId: /MAC-ADDRESS/,
  remoteName: /IDENTITY/,
} as const;
/** Columns that are not in every release; where they stand they end the one before. */
const VERSION = { ...TITLES, version: /VERSION/ } as const;
const BOARD = { ...VERSION, board: /BOARD/ } as const;

/** `ip neighbor print` of RouterOS, which does not say the port of the neighbor. */
export function parseRouterosNeighborBrief(text: string): NeighborEntry[] {
  const lines = outputLines(text).filter((line) => !/^\s{0,4}(?:Columns:|Flags:)/.test(line));
  const isHeader = (line: string): boolean => /^\s{0,4}#\s{1,8}INTERFACE\b/.test(line);
  const header = lines.find(isHeader);
  if (header === undefined) return [];
  const titles = header.includes('VERSION') ? (header.includes('BOARD') ? BOARD : VERSION) : TITLES;
  const rows = readTable(lines.slice(lines.indexOf(header)), titles);
  return neighborEntries(
    rows
      .filter(({ number }) => /^\d{1,6}$/.test(number))
      .map((row) => ({
        protocol: 'lldp',
        localPort: row.localPort.split(',')[0],
        remoteName: row.remoteName,
        addresses: [row.address],
        chassisId: row.chassisId,
        platform: 'board' in row ? String(row.board) : null,
      })),
  );
}
