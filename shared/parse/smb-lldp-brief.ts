import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';

const HEADER =
  /^\s{0,8}Port\s{1,40}Device ID\s{1,40}Port ID\s{1,40}System Name\s{1,40}Capabilities\s{1,40}TTL/i;
const COLUMNS = 6;

/**
 * `show lldp neighbors` of Cisco Small Business switches. Cells are centered, so the rule below the header tells the
 * columns, not the titles; a cell that is too long goes on in the next line.
 */
export function parseSmbLldpBrief(text: string): NeighborEntry[] {
  const lines = outputLines(text);
  const header = lines.findIndex((line) => HEADER.test(line));
  if (header < 0) return [];
  const starts = ruleStarts(lines[header + 1] ?? '');
  const rows: string[][] = [];
  for (const line of lines.slice(header + (starts === null ? 1 : 2))) {
    if (line.trim() === '') continue;
    const cells = readCells(line, starts);
    const above = rows.at(-1);
    const isRest = cells[0] === '' || (cells[1] === '' && cells[5] === '');
    if (!isRest) rows.push(cells);
    else if (above)
      for (const [column, cell] of cells.entries()) above[column] = `${above[column] ?? ''}${cell}`;
  }
  return neighborEntries(
    rows.map(([localPort, chassisId, portId, remoteName, capabilities]) => ({
      protocol: 'lldp',
      localPort,
      chassisId,
      portId,
      remoteName,
      capabilities: (capabilities ?? '').split(/[\s,]+/),
    })),
  );
}

/** Where the dashes of `--------- ----------------- -----` begin; null where the line is no rule of six columns. */
function ruleStarts(line: string): number[] | null {
  if (!/^[- ]{6,400}$/.test(line)) return null;
  const starts = [...line.matchAll(/-{1,400}/g)].map((dashes) => dashes.index);
  return starts.length === COLUMNS ? starts : null;
}

/** By the rule, or, where a row does not keep to it, by gaps of two blanks or by words. */
function readCells(line: string, starts: readonly number[] | null): string[] {
  const words = line.trim().split(/\s+/);
  const isSqueezed = words.length >= COLUMNS - 2 && !/\S\s{2}/.test(line);
  if (
    !isSqueezed &&
    starts?.every((start) => start === 0 || start > line.length || line[start - 1] === ' ')
  ) {
    return starts.map((start, column) => line.slice(column === 0 ? 0 : start, starts[column + 1]).trim());
  }
  const gaps = line.trim().split(/\s{2,80}/);
  if (gaps.length === COLUMNS) return gaps;
  // A neighbor that sends no name and no capabilities has fewer words; capabilities may be several (`B, R`).
  return words.length < COLUMNS ? [...words.slice(0, 3), '', '', ''] : readWords(words);
}

const readWords = (words: readonly string[]): string[] => [
  ...words.slice(0, 4),
  words.slice(4, -1).join(' '),
  words.at(-1) ?? '',
];
