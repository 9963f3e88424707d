import type { Vlan } from '../model/collected.ts';
import { readFields, readLabel } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { readTable } from './table.ts';
import { vlans } from './vlans.ts';

const TITLES = { id: /^\s{0,4}VLAN ID\b/i, name: /\bName\b/i, ports: /\bPort\b/i } as const;

/** `display vlan brief` of Comware 7: `10        USERS                            GE1/0/1    GE1/0/2`. */
export function parseComwareVlanBrief(text: string): Vlan[] {
  return vlans(readTable(outputLines(text), TITLES));
}

/** `display vlan all` of Comware 5 and 7: ` VLAN ID: 10`, and some lines below ` Name: USERS`. */
export function parseComwareVlanAll(text: string): Vlan[] {
  const blocks = splitBlocks(outputLines(text), (line) => readLabel(line)?.key === 'vlan id');
  return vlans(
    blocks
      .map((lines) => readFields(lines, { 'vlan id': 'id', name: 'name' }))
      .map(({ id, name }) => ({ id, name })),
  );
}
