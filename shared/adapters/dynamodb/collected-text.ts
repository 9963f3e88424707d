import type { InterfaceAddress, Vlan } from '../../model/collected.ts';
import { cut } from './bounded.ts';

/**
 * Collected lists as text, a line for each entry: `10 USERS`, `20-29` (VLANs without a name), `Vlan10 10.0.10.1/24`. As lists of
 * maps they would take three times the room, and a device's item stays under 64 KB. `+12` at the end: so many did not fit.
 */

/** Bytes that each of them may take. */
const TEXT_BYTES = 5 * 1024;
const NAME_BYTES = 64;
const NOT_KEPT = /^\+(\d{1,7})$/;

export interface Kept<T> {
  readonly entries: readonly T[];
  readonly notKept: number;
}

/** VLANs by id. Where not all fit with their names, none has one. */
export function vlansToText(vlans: readonly Vlan[]): string {
  const named = vlans.map(({ id, name }) => ({ id, name: oneLine(name ?? '', NAME_BYTES) }));
  const lines = vlanLines(named);
  if (byteLength(lines) <= TEXT_BYTES) return lines.join('\n');
  return fitting(vlanLines(named.map(({ id }) => ({ id, name: '' }))), (line) => idsOf(line).length);
}

export function vlansOfText(text: string): Kept<Vlan> {
  const { lines, notKept } = split(text);
  const entries = lines.flatMap((line) => {
    const [, name] = /^\d{1,4} (.+)$/.exec(line) ?? [];
    return idsOf(line).map((id) => (name === undefined ? { id } : { id, name }));
  });
  return { entries, notKept };
}

export function addressesToText(all: readonly InterfaceAddress[]): string {
  return fitting(
    all.map(({ port, address }) => `${oneLine(port, NAME_BYTES)} ${oneLine(address, NAME_BYTES)}`),
    () => 1,
  );
}

export function addressesOfText(text: string): Kept<InterfaceAddress> {
  const { lines, notKept } = split(text);
  const entries = lines.map((line) => {
    const at = line.lastIndexOf(' ');
    return { port: line.slice(0, at), address: line.slice(at + 1) };
  });
  return { entries, notKept };
}

/** Neighboring ids without a name stand in one line. */
function vlanLines(vlans: readonly { readonly id: number; readonly name: string }[]): string[] {
  const lines: { first: number; last: number; name: string }[] = [];
  for (const { id, name } of vlans) {
    const above = lines.at(-1);
    if (above?.name === '' && name === '' && above.last === id - 1) above.last = id;
    else lines.push({ first: id, last: id, name });
  }
  return lines.map(({ first, last, name }) =>
    name === '' ? (first === last ? `${first}` : `${first}-${last}`) : `${first} ${name}`,
  );
}

function idsOf(line: string): number[] {
  const [, first = '', last = first] = /^(\d{1,4})(?:-(\d{1,4}))?(?: |$)/.exec(line) ?? [];
  if (first === '') return [];
  return Array.from({ length: Math.max(0, Number(last) - Number(first) + 1) }, (_, n) => Number(first) + n);
}

/** The first lines that fit, and how many entries the others hold. */
function fitting(lines: readonly string[], entriesIn: (line: string) => number): string {
  let left = TEXT_BYTES;
  const kept = lines.filter((line) => (left -= byteLength([line])) >= 0);
  const others = lines.slice(kept.length).reduce((sum, line) => sum + entriesIn(line), 0);
  return [...kept, ...(others > 0 ? [`+${others}`] : [])].join('\n');
}

function split(text: string): { readonly lines: readonly string[]; readonly notKept: number } {
  const lines = text === '' ? [] : text.split('\n');
  const notKept = Number(NOT_KEPT.exec(lines.at(-1) ?? '')?.[1] ?? 0);
  return { lines: notKept > 0 ? lines.slice(0, -1) : lines, notKept };
}

const byteLength = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);

/** Cut before it is looked through: a name may be as long as an output. */
const oneLine = (text: string, bytes: number): string =>
  cut(
    text
      .slice(0, 4 * bytes)
      .replace(/\s+/g, ' ')
      .trim(),
    bytes,
  ).trimEnd();
