/** What is between two columns. */
export const GAP = 2;
/** A column is not cut below this while another can be left out: what is left of a shorter one tells little. */
const NARROWEST = 8;

/** A run id has 26 cells, and so has the longest interface name of the field with its number (`Ten-GigabitEthernet1/0/52`), nearly. */
const WHOLE = 26;

export interface ColumnSize {
  /** Of the title or the widest cell. */
  readonly width: number;
  /** The highest goes first where a terminal is too narrow; without one, a column always stays. */
  readonly yields?: number | undefined;
  /** Broken in the middle it cannot be read (a port, a run id): others are left out before it is, up to 26 cells. */
  readonly whole?: boolean | undefined;
}

/**
 * Which columns a terminal has room for, and how wide each is: the widest give way, down to eight cells; then those that may be
 * left out go; then what stays gets narrower still. Answers null for a column that is left out.
 */
export function fitColumns(sizes: readonly ColumnSize[], columns: number): readonly (number | null)[] {
  const shown = new Set(sizes.keys());
  const leastAt = (at: number, floor: number, whole: number): number => {
    const size = sizes[at];
    return Math.min(size?.width ?? 0, size?.whole ? Math.max(floor, whole) : floor);
  };
  const leastOf = (floor: number, whole: number): number =>
    [...shown].reduce((sum, at) => sum + leastAt(at, floor, whole), 0) + GAP * (shown.size - 1);
  while (leastOf(NARROWEST, WHOLE) > columns) {
    const next = [...shown]
      .filter((at) => sizes[at]?.yields !== undefined)
      .sort((one, other) => (sizes[other]?.yields ?? 0) - (sizes[one]?.yields ?? 0) || other - one)[0];
    if (next === undefined) break;
    shown.delete(next);
  }
  let whole = WHOLE;
  while (whole > NARROWEST && leastOf(NARROWEST, whole) > columns) whole -= 1;
  let floor = NARROWEST;
  while (floor > 1 && leastOf(floor, whole) > columns) {
    floor -= 1;
    whole = floor;
  }
  const order = [...shown];
  const widths = narrow(
    order.map((at) => ({ width: sizes[at]?.width ?? 0, least: leastAt(at, floor, whole) })),
    columns - GAP * (order.length - 1),
  );
  return sizes.map((_, at) => (shown.has(at) ? (widths[order.indexOf(at)] ?? 0) : null));
}

/** Takes what is too much from the widest column that may still give, again and again. */
function narrow(
  columns: readonly { readonly width: number; readonly least: number }[],
  room: number,
): number[] {
  const fitted = columns.map(({ width }) => width);
  const least = (at: number): number => columns[at]?.least ?? 0;
  let excess = fitted.reduce((sum, width) => sum + width, 0) - room;
  while (excess > 0) {
    const giving = [...fitted.keys()].filter((at) => (fitted[at] ?? 0) > least(at));
    const widest = giving.reduce<number | null>(
      (best, at) => (best === null || (fitted[at] ?? 0) > (fitted[best] ?? 0) ? at : best),
      null,
    );
    if (widest === null) break;
    const width = fitted[widest] ?? 0;
    const next = Math.max(
      least(widest),
      ...giving.map((at) => fitted[at] ?? 0).filter((each) => each < width),
    );
    const cut = Math.min(excess, Math.max(1, width - next));
    fitted[widest] = width - cut;
    excess -= cut;
  }
  return fitted;
}
