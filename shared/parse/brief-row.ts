import { findColumns } from './columns.ts';
import type { Columns } from './columns.ts';

/** A row of a brief listing, cut where it is certain: around the local port and the hold time that follows it. */
export interface BriefRow {
  readonly name: string;
  readonly localPort: string;
  /** The line, and where in it the part after the hold time begins. */
  readonly line: string;
  readonly restAt: number;
}

/** `Gig 1/0/10    144 ` (IOS CDP), `Eth1/1  133 `, `mgmt0  179`, `Hu0/0/0/1.100  120`: a port, blanks, a whole number of seconds. */
const PORT_AND_HOLD =
  /(?<=^|\s)((?:[A-Za-z][A-Za-z-]{0,30} ?\d[\w/.:-]{0,30}|[A-Za-z][A-Za-z-]{0,30}\d?))\s{1,20}(\d{1,5})(?=\s|$)/g;
/** A name that fills its column runs into the local port: `long_name_swt.josh-vGi0/2`, `sw.x(FOC1234X0AB)Gig 0/2`. */
const SHORT_PORT = /^[A-Z][a-z]{1,4} ?\d[\d/.:]{0,20}(?=\s)/;
/** The same where the name is longer than its column by some characters. */
const RUN_IN = /^(\S{12,60}?)((?:Eth|Fas?|Gig?|Ten?|Twe?|For?|Hun?|Po|mgmt)\d[\d/.:]{0,20})$/;
const NOT_A_ROW = /^\s{0,8}(?:total\b|capability codes|port id$|\([A-Z]\)|\s{0,32}[A-Z] - )/i;

/** How many titles at least make a header: people cut it where it is too wide for them (`Platform  ''`, then `Port ID`). */
const FEWEST_TITLES = 3;

export interface BriefTable {
  readonly columns: Columns;
  readonly rows: readonly BriefRow[];
}

/**
 * Reads the rows of `show cdp neighbors` or `show lldp neighbors`: a name on a line of its own goes on in the next line,
 * what stands alone right of the hold times is the rest of the row above. `titles` must begin with the titles of the
 * device, the local port and the hold time.
 */
export function readBriefTable(lines: readonly string[], titles: readonly RegExp[]): BriefTable {
  const columns = findHeader(lines, titles);
  const rows: BriefRow[] = [];
  let pending = '';
  for (const line of lines.slice(columns.firstRow)) {
    if (line.trim() === '' || NOT_A_ROW.test(line)) continue;
    const row = readRow(line, columns.starts[1] ?? Infinity);
    const above = rows.at(-1);
    const isRest = pending === '' && line.search(/\S/) > (columns.starts[2] ?? Infinity);
    if (row === null && above !== undefined && isRest && above.line.length < 4096)
      rows[rows.length - 1] = { ...above, line: `${above.line}  ${line.trim()}` };
    else if (row === null) pending += line.trim();
    else {
      rows.push({ ...row, name: pending === '' ? row.name : `${pending}${row.name}` });
      pending = '';
    }
  }
  return { columns, rows };
}

function findHeader(lines: readonly string[], titles: readonly RegExp[]): Columns {
  for (let count = titles.length; count >= FEWEST_TITLES; count -= 1) {
    const found = findColumns(lines, titles.slice(0, count));
    if (found !== null) return found;
  }
  return { firstRow: 0, starts: [] };
}

function readRow(line: string, localAt: number): BriefRow | null {
  const runsIn = localAt < line.length && line[localAt - 1] !== ' ' && SHORT_PORT.test(line.slice(localAt));
  const from = runsIn ? localAt : 0;
  for (const found of line.slice(from).matchAll(PORT_AND_HOLD)) {
    const at = from + found.index;
    const localPort = found[1] ?? '';
    // A word without a number is a port only where the header says that ports stand (`mgmt`).
    if (!/\d/.test(localPort) && at !== localAt) continue;
    const restAt = at + found[0].length;
    const [, over, port] = (at < localAt && RUN_IN.exec(localPort)) || [];
    if (over !== undefined && port !== undefined)
      return { name: `${line.slice(0, at)}${over}`.trim(), localPort: port, line, restAt };
    return { name: line.slice(0, at).trim(), localPort, line, restAt };
  }
  return null;
}
