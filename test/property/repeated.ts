/**
 * Repeats a hostile unit: to a megabyte, or to a quarter of one where it is lines, whose number then counts. All are run at a
 * twentieth of that, where what is quadratic takes seconds; every 23rd at the whole, where it takes minutes; all of them with
 * `NETWALKER_PARSE_FULL=1`.
 */
export function repeated(unit: string, turn: number): string {
  const whole = unit.includes('\n') ? 250_000 : 1_000_000;
  const isWhole = process.env['NETWALKER_PARSE_FULL'] !== undefined || turn % TURNS === 0;
  return unit.repeat(Math.ceil((isWhole ? whole : whole / PART) / unit.length));
}

const TURNS = 23;
const PART = 20;
