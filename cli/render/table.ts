import { fitColumns, GAP } from './fit-columns.ts';
import { safeText } from './safe-text.ts';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number | null | undefined;
  readonly align?: 'right';
  /** Where a terminal is too narrow for all, the column with the highest goes first; without one, it always stays. */
  readonly yields?: number;
  /** Others are left out before this one is broken: a port, a run id. */
  readonly whole?: true;
}

interface Shown {
  readonly width: number;
  readonly isRight: boolean;
  readonly cells: readonly string[];
}

/**
 * A table without borders that fits into `columns` cells: the widest columns give way and wrap (never cut: the end of a port name is
 * what tells ports apart), and columns that may be left out are named below. Cells are made safe for a terminal.
 */
export function renderTable<Row>(
  rows: readonly Row[],
  definition: readonly Column<Row>[],
  columns: number,
): string {
  const all = definition.map(({ title, value }) => [
    title,
    ...rows.map((row) => safeText(String(value(row) ?? '-')) || '-'),
  ]);
  const fitted = fitColumns(
    definition.map(({ yields, whole }, at) => ({
      width: (all[at] ?? []).reduce((widest, cell) => Math.max(widest, textWidth(cell)), 0),
      ...{ yields, whole },
    })),
    columns,
  );
  const shown = definition.flatMap(({ align }, at): Shown[] => {
    const width = fitted[at] ?? null;
    return width === null ? [] : [{ width, isRight: align === 'right', cells: all[at] ?? [] }];
  });
  const lines = [...Array(rows.length + 1).keys()].flatMap((row) => rowLines(shown, row));
  const hidden = definition.filter((_, at) => fitted[at] === null).map(({ title }) => title);
  if (hidden.length > 0) lines.push('', leftOut(hidden, columns));
  return lines.join('\n');
}

function rowLines(shown: readonly Shown[], row: number): string[] {
  const wrapped = shown.map(({ cells, width }) => wrapText(cells[row] ?? '', width).split('\n'));
  const height = Math.max(...wrapped.map((cell) => cell.length));
  return [...Array(height).keys()].map((line) =>
    shown
      .map(({ width, isRight }, at) => pad(wrapped[at]?.[line] ?? '', { width, isRight }))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function pad(text: string, to: { readonly width: number; readonly isRight: boolean }): string {
  const blank = ' '.repeat(Math.max(0, to.width - textWidth(text)));
  return to.isRight ? blank + text : text + blank;
}

function leftOut(titles: readonly string[], columns: number): string {
  return wrapText(`no room for ${titles.join(', ')}: a wider terminal or --json shows them`, columns);
}
