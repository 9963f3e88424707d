import type { Vlan } from '../model/collected.ts';
import { outputLines } from './lines.ts';
import { vlans } from './vlans.ts';

/** ELS: `default-switch          USERS                 10        ge-0/0/1.0*`. */
const ELS_ROW = /^(\S{1,128})\s{1,128}(\S{1,128})\s{1,128}(\d{1,4})(?:\s|$)/;
/** Before ELS: `USERS          10     ge-0/0/1.0*, ge-0/0/2.0`, and no number where the VLAN has no tag. */
const ROW = /^(\S{1,128})\s{1,128}(\d{1,4})(?:\s|$)/;

/** `show vlans` of Junos; ports stand in the lines below, indented. */
export function parseJunosVlans(text: string): Vlan[] {
  const lines = outputLines(text);
  const isEls = lines.some((line) => /^Routing instance\s+VLAN name/i.test(line));
  const rows = lines.map((line) => (isEls ? ELS_ROW : ROW).exec(line)).filter((row) => row !== null);
  return vlans(rows.map((row) => ({ id: row.at(-1), name: row.at(-2) })));
}
