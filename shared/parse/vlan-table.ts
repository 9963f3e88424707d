import type { Vlan } from '../model/collected.ts';
import { outputLines } from './lines.ts';
import { readTable } from './table.ts';
import { vlans } from './vlans.ts';

const TITLES = {
  id: /^\s{0,4}VLAN\b/i,
  name: /\bName\b/i,
  status: /\bStatus\b/i,
  // Without it, the ports in the lines below would be rows of their own.
  ports: /\b(?:Ports|Interfaces)\b/i,
} as const;
/** IOS goes on with what kind of VLAN each is. */
const SECOND_TABLE = /^\s{0,4}VLAN Type\b/i;

/**
 * `show vlan brief` of IOS and NX-OS, `show vlan` of EOS and AOS-CX: `10   USERS   active    Gi1/0/3, Gi1/0/4`, the rest of
 * the ports below. EOS marks a dynamic VLAN: `20*`.
 */
export function parseVlanTable(text: string): Vlan[] {
  const lines = outputLines(text);
  const end = lines.findIndex((line) => SECOND_TABLE.test(line));
  const rows = readTable(end < 0 ? lines : lines.slice(0, end), TITLES);
  return vlans(rows.map(({ id, name }) => ({ id: id.replace(/\*$/, ''), name })));
}
