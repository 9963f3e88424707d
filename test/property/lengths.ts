/**
 * How long a hostile text is made. All are run at the sixteenth part of their length, where what is quadratic takes seconds;
 * every eleventh at the whole, where it takes minutes; all of them with `NETWALKER_PARSE_FULL=1`.
 */
export const atLength = (turn: number, whole: number): number =>
  process.env['NETWALKER_PARSE_FULL'] !== undefined || turn % TURNS === 0 ? whole : Math.ceil(whole / PART);

const TURNS = 11;
const PART = 16;
