import Table from 'cli-table3';
import { safeText } from './safe-text.ts';

export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number | null | undefined;
  readonly align?: 'right';
}

const GAP = 2;
/** A column is not cut below this: what is left of a shorter one tells nothing. */
const NARROWEST = 8;
const NO_BORDER = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
};

/** A table without borders that fits into `columns`: the widest columns give way. Cells are made safe for a terminal. */
export function renderTable<Row>(
  rows: readonly Row[],
  definition: readonly Column<Row>[],
  columns: number,
): string {
  const cells = rows.map((row) => definition.map(({ value }) => safeText(String(value(row) ?? '-')) || '-'));
  const widths = definition.map(({ title }, index) =>
    Math.max(title.length, ...cells.map((line) => [...(line[index] ?? '')].length)),
  );
  const table = new Table({
    head: definition.map(({ title }) => title),
    colWidths: fit(widths, columns),
    colAligns: definition.map(({ align }) => align ?? 'left'),
    chars: NO_BORDER,
    // Wrapped and never cut: the end of a port name is what tells ports apart.
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  table.push(...cells);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Takes what is too much from the widest column, again and again. */
function fit(widths: readonly number[], columns: number): number[] {
  const fitted = [...widths];
  const gaps = GAP * (widths.length - 1);
  let excess = fitted.reduce((sum, width) => sum + width, 0) + gaps - columns;
  while (excess > 0) {
    const widest = Math.max(...fitted);
    if (widest <= NARROWEST) break;
    const second = Math.max(NARROWEST, ...fitted.filter((width) => width < widest));
    const cut = Math.min(excess, Math.max(1, widest - second));
    fitted[fitted.indexOf(widest)] = widest - cut;
    excess -= cut;
  }
  return fitted;
}
