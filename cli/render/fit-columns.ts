/** What is between two columns. */
export const GAP = 2;
/** A column is not cut below this while another can be left out: what is left of a shorter one tells little. */
const NARROWEST = 8;

export interface ColumnSize {
  /** Of the title or the widest cell. */
  readonly width: number;
  /** The highest goes first where a terminal is too narrow; without one, a column always stays. */
  readonly yields?: number | undefined;
}

/**
 * Which columns a terminal has room for, and how wide each is: the widest give way, down to eight cells; then those that may be
 * left out go; then what stays gets narrower still. Answers null for a column that is left out.
 */
export function fitColumns(sizes: readonly ColumnSize[], columns: number): readonly (number | null)[] {
  const shown = new Set(sizes.keys());
  const leastOf = (floor: number): number =>
    [...shown].reduce((sum, at) => sum + Math.min(floor, sizes[at]?.width ?? 0), 0) + GAP * (shown.size - 1);
  while (leastOf(NARROWEST) > columns) {
    const next = [...shown]
      .filter((at) => sizes[at]?.yields !== undefined)
      .sort((one, other) => (sizes[other]?.yields ?? 0) - (sizes[one]?.yields ?? 0) || other - one)[0];
    if (next === undefined) break;
    shown.delete(next);
  }
  let floor = NARROWEST;
  while (floor > 1 && leastOf(floor) > columns) floor -= 1;
  const order = [...shown];
  const widths = narrow(
    order.map((at) => sizes[at]?.width ?? 0),
    { room: columns - GAP * (order.length - 1), floor },
  );
  return sizes.map((_, at) => (shown.has(at) ? (widths[order.indexOf(at)] ?? 0) : null));
}

/** Takes what is too much from the widest column, again and again. */
function narrow(
  widths: readonly number[],
  { room, floor }: { readonly room: number; readonly floor: number },
): number[] {
  const fitted = [...widths];
  let excess = fitted.reduce((sum, width) => sum + width, 0) - room;
  while (excess > 0) {
    const widest = Math.max(...fitted);
    if (widest <= floor) break;
    const second = Math.max(floor, ...fitted.filter((width) => width < widest));
    const cut = Math.min(excess, Math.max(1, widest - second));
    fitted[fitted.indexOf(widest)] = widest - cut;
    excess -= cut;
  }
  return fitted;
}
