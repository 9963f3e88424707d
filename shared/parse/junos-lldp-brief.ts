import type { NeighborEntry } from '../model/neighbor.ts';
import { beginsAt, findColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';

const TITLES = [
  /Local ?Interface/i,
  /Parent ?Interface/i,
  /Chassis ?Id/i,
  /Port ?Info/i,
  /Sys(?:tem ?)?Name/i,
];
const WITHOUT_PARENT = TITLES.filter((_, index) => index !== 1);

/**
 * `show lldp neighbors` of Junos. `Port info` is a port id or a port description: it may have blanks in it, and may be
 * longer than its column. Releases before 12.3 have no column for the parent interface.
 */
export function parseJunosLldpBrief(text: string): NeighborEntry[] {
  const lines = outputLines(text);
  const columns = findColumns(lines, TITLES) ?? findColumns(lines, WITHOUT_PARENT);
  if (columns === null) return [];
  return neighborEntries(
    lines
      .slice(columns.firstRow)
      .map((line) => readRow(line, columns))
      .filter((entry) => entry !== null),
  );
}

function readRow(line: string, { starts }: Columns): RawEntry | null {
  const [chassisAt, portAt, nameAt] = starts.slice(-3);
  const left = starts.length === 5 ? /^(\S{1,64})\s{1,80}\S{1,64}\s{1,80}/ : /^(\S{1,64})\s{1,80}/;
  const head = left.exec(line);
  if (head === null || isNoRow(line)) return null;
  const chassisFits = beginsAt(line, chassisAt ?? 0) && beginsAt(line, portAt ?? 0);
  const restAt = chassisFits ? (portAt ?? 0) : head[0].length + endOfWord(line.slice(head[0].length));
  const chassisId = line.slice(chassisFits ? chassisAt : head[0].length, restAt);
  return { protocol: 'lldp', localPort: head[1], chassisId, ...splitRest(line, restAt, nameAt ?? 0) };
}

/** Port info and name: by the name's column, by the last gap of two blanks, or the last word is the name. */
function splitRest(line: string, from: number, nameAt: number): { portId: string; remoteName?: string } {
  const rest = line.slice(from).trim();
  const gap = /^(\S.*\S|\S) {2,80}(\S.{0,255})$/.exec(rest);
  const isName = beginsAt(line, nameAt) && (gap !== null || !/\S/.test(line[nameAt - 1] ?? ''));
  if (isName && (line[nameAt - 2] === ' ' || gap === null)) {
    const portId = line.slice(from, nameAt).trim();
    if (portId !== '') return { portId, remoteName: line.slice(nameAt).trim() };
  }
  if (gap) return { portId: gap[1] ?? '', remoteName: gap[2] ?? '' };
  const space = rest.lastIndexOf(' ');
  // A port info that ends left of the names has no name beside it.
  if (space < 0 || line.length <= nameAt) return { portId: rest };
  return { portId: rest.slice(0, space), remoteName: rest.slice(space + 1) };
}

const endOfWord = (text: string): number => /^\S{0,255}/.exec(text)?.[0].length ?? 0;

/** `{master:0}` and the head of a member's section. */
const isNoRow = (line: string): boolean => /^(?:\{|-{3}|[a-z]{2,4}\d{0,2}:$)/.test(line);
