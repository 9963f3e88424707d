import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { takeDescription } from './take-description.ts';
import { withoutSerial } from './without-serial.ts';

/** `Device ID                      sw-1`, `    IP Address:    10.0.0.1`: a label, and a value after blanks or a colon. */
const FIELD =
  /^\s{0,8}(Device ID|IP(?:v6)? Address|Capability|Platform|Interface|Port ID)(?:\s?:\s{0,60}|\s{2,60})(\S.{0,255})$/i;

/** `show isdp neighbors detail` of ICOS: the values stand in a column of their own, mostly without a colon. */
export function parseIcosIsdpDetail(text: string): NeighborEntry[] {
  const blocks = splitBlocks(outputLines(text), (line) => /^\s{0,8}Device ID\s{2}/i.test(line));
  return neighborEntries(blocks.map(readBlock));
}

function readBlock(lines: readonly string[]): RawEntry {
  const { description, rest } = takeDescription(
    lines,
    /^\s{0,8}Version\s?:(.*)$/i,
    /^\s{0,8}Device ID\s{2}/i,
  );
  const fields = new Map<string, string>();
  const addresses: string[] = [];
  for (const line of rest) {
    const [, label = '', value = ''] = FIELD.exec(line) ?? [];
    const key = label.toLowerCase();
    if (key.endsWith('address')) addresses.push(value);
    else if (!fields.has(key)) fields.set(key, value);
  }
  return {
    protocol: 'cdp',
    localPort: fields.get('interface'),
    remoteName: withoutSerial(fields.get('device id') ?? ''),
    portId: fields.get('port id'),
    addresses,
    platform: fields.get('platform'),
    capabilities: fields.get('capability')?.match(/Trans Bridge|Source Route Bridge|[^\s,]+/gi) ?? [],
    description,
  };
}
