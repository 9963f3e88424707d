import type { Vlan } from '../model/collected.ts';
import { outputLines } from './lines.ts';
import { vlans, type RawVlan } from './vlans.ts';

const HEADER = /^\s{0,8}VID\b/i;

/**
 * `display vlan` of VRP: one table with the ports (`10   common  UT:GE0/0/1(U)`), and one that ends with a column `Description`,
 * where a VLAN without one has `VLAN 0010`.
 */
export function parseVrpVlans(text: string): Vlan[] {
  let columns: { readonly start: number; readonly before: number } | null = null;
  const raws: RawVlan[] = [];
  for (const line of outputLines(text)) {
    if (HEADER.test(line)) {
      const start = line.search(/\bDescription\b/i);
      columns = start < 0 ? null : { start, before: line.slice(0, start).trim().split(/\s+/).length };
      continue;
    }
    const id = /^\s{0,8}\*?(\d{1,4})(?:\s|$)/.exec(line)?.[1];
    if (id !== undefined) raws.push({ id, name: columns && describedIn(line, columns) });
  }
  return vlans(raws);
}

/** Where a column before it is wider than its title, the text is what stands behind as many words. */
function describedIn(line: string, { start, before }: { start: number; before: number }): string {
  if (start >= line.length || line[start - 1] === ' ') return line.slice(start);
  return line.trim().split(/\s+/).slice(before).join(' ');
}
