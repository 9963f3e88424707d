import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { splitCapabilities } from './split-capabilities.ts';

/** `1 port.id.data: GigabitEthernet1/0/5`: the neighbor's number, the key, the value. */
const FIELD = /^\s{0,8}(\d{1,5}) ([a-z_-]{1,32}(?:\.[a-z\d_-]{1,32}){0,6}):(?: (.*))?$/;
/** `2 port 'x4' 34 mac 84:39:8F:5E:D0:A6 chassis 84:39:8F:5E:D0:8D port 'port25' system 'S524DN'` */
const SUMMARY =
  /^\s{0,8}\d{1,5} port '([^']{0,64})' \d{1,6} mac \S{1,32} chassis (?:'([^']{0,255})'|(\S{1,255})) port (?:'([^']{0,255})'|(\S{1,255}))(?: system (?:'([^']{0,255})'|(\S{1,255})))?/;

/**
 * `diagnose lldprx neighbor details` and `diagnose lldprx port neighbor details` of FortiOS. The lines of a neighbor
 * begin with its number; those of a description that has several do not.
 */
export function parseFortiosLldp(text: string): NeighborEntry[] {
  return neighborEntries(
    readNeighbors(outputLines(text)).map((fields) => ({
      protocol: 'lldp',
      localPort: fields.get('port.txt') ?? fields.get('port'),
      remoteName: fields.get('system.name.data'),
      portId: fields.get('port.id.data'),
      portDescription: fields.get('port.desc.data'),
      addresses: [...fields]
        .filter(([key]) => /^address\.\d{1,3}\.addr$/.test(key))
        .map(([, value]) => value),
      chassisId: fields.get('chassis.data') ?? fields.get('chassis.id.data'),
      platform: fields.get('med.inventory.model.data'),
      capabilities:
        words(fields.get('system.caps.enabled.txt')) ?? words(fields.get('system.caps.available.txt')),
      description: fields.get('system.desc.data'),
    })),
  );
}

/** `diagnose lldprx neighbor summary` of FortiOS: a line for each neighbor. */
export function parseFortiosLldpSummary(text: string): NeighborEntry[] {
  return neighborEntries(
    outputLines(text)
      .map((line) => SUMMARY.exec(line))
      .filter((found) => found !== null)
      .map((found) => ({
        protocol: 'lldp',
        localPort: found[1],
        chassisId: found[2] ?? found[3],
        portId: found[4] ?? found[5],
        remoteName: found[6] ?? found[7],
      })),
  );
}

/** `bridge router` */
const words = (text: string | undefined): string[] | undefined =>
  splitCapabilities(text?.replaceAll(' ', ','));

function readNeighbors(lines: readonly string[]): Map<string, string>[] {
  const neighbors: { number: string; fields: Map<string, string> }[] = [];
  let last: { key: string; lines: string[]; fields: Map<string, string> } | null = null;
  for (const line of lines) {
    const found = FIELD.exec(line);
    if (found === null) {
      if (last?.key.endsWith('.data')) last.fields.set(last.key, [...take(last, line)].join('\n'));
      continue;
    }
    const [, number = '', key = '', value = ''] = found;
    // The first key comes again: the next neighbor, though it may have the same number on another port.
    const isNext = neighbors.at(-1)?.number !== number || key === 'port';
    if (isNext) neighbors.push({ number, fields: new Map() });
    const fields = neighbors.at(-1)?.fields ?? new Map<string, string>();
    if (!fields.has(key)) fields.set(key, value.trim());
    last = { key, lines: [fields.get(key) ?? ''], fields };
  }
  return neighbors.map(({ fields }) => fields);
}

/** At most 32 lines of a description are kept: more would cost the square of their number. */
function take(last: { lines: string[] }, line: string): readonly string[] {
  if (last.lines.length < 32) last.lines.push(line);
  return last.lines;
}
