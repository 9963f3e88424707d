/** A title of a column, and the field that it holds. */
export type Titles<F extends string> = Readonly<Record<F, RegExp>>;
export type Row<F extends string> = Readonly<Record<F, string>>;

interface Layout<F extends string> {
  readonly firstRow: number;
  readonly fields: readonly F[];
  readonly starts: readonly number[];
}

/**
 * Reads a table whose header holds all the titles, in whatever order they stand there. A row is cut where the titles
 * begin; one that does not fit (squeezed blanks, a cell that pushes the next ones, what a pager left) is cut at blanks.
 * A row whose first cell is empty and that has no more than one cell goes on the row above it, and so does the rest of a
 * first cell that filled its column; a lone first cell that did not is the beginning of the next row.
 */
export function readTable<F extends string>(lines: readonly string[], titles: Titles<F>): Row<F>[] {
  const layout = findLayout(lines, titles);
  if (layout === null) return [];
  const rows: string[][] = [];
  let pending = '';
  for (const raw of lines.slice(layout.firstRow)) {
    const line = raw.replace(/\|/g, ' ').trimEnd();
    if (line.trim() === '' || isRuled(line)) continue;
    const cells = readCells(line, layout);
    const filled = cells.filter((cell) => cell !== '').length;
    const above = rows.at(-1);
    if (filled === 1 && above !== undefined && goesOn(cells, above, layout)) append(above, cells);
    else if (filled === 1 && cells[0] !== '') pending = `${pending}${cells[0] ?? ''}`;
    else {
      cells[0] = `${pending}${cells[0] ?? ''}`;
      pending = '';
      rows.push(cells);
    }
  }
  return rows.map((cells) => toRow(layout.fields, cells));
}

const isRuled = (line: string): boolean => /^[-=+ ]+$/.test(line);

function findLayout<F extends string>(lines: readonly string[], titles: Titles<F>): Layout<F> | null {
  for (const [index, line] of lines.entries()) {
    const found = (Object.keys(titles) as F[]).map((field) => ({ field, start: line.search(titles[field]) }));
    if (found.length === 0 || found.some(({ start }) => start < 0)) continue;
    found.sort((a, b) => a.start - b.start);
    return {
      firstRow: index + 1,
      fields: found.map(({ field }) => field),
      starts: found.map(({ start }) => start),
    };
  }
  return null;
}

function readCells<F extends string>(line: string, { starts }: Layout<F>): string[] {
  if (fits(line, starts)) return cut(line, starts);
  const words = line.trim();
  const apart = words.split(/ {2,}/);
  if (apart.length === starts.length) return apart;
  const all = words.split(/ +/);
  const last = starts.length - 1;
  return starts.map((_, column) => (column === last ? all.slice(last).join(' ') : (all[column] ?? '')));
}

const cut = (line: string, starts: readonly number[]): string[] =>
  starts.map((start, column) => line.slice(column === 0 ? 0 : start, starts[column + 1]).trim());

/** No cell crosses the border of its column, and the row does not begin far to the right of them all. */
function fits(line: string, starts: readonly number[]): boolean {
  const first = line.search(/\S/);
  return (
    starts.slice(1).every((start) => start >= line.length || line[start - 1] === ' ') &&
    starts.some((start) => Math.abs(first - start) <= 2)
  );
}

function goesOn<F extends string>(
  cells: readonly string[],
  above: readonly string[],
  layout: Layout<F>,
): boolean {
  if (cells[0] === '') return true;
  const width = (layout.starts[1] ?? 0) - (layout.starts[0] ?? 0);
  return (above[0]?.length ?? 0) >= width - 1;
}

function append(above: string[], cells: readonly string[]): void {
  for (const [column, cell] of cells.entries()) above[column] = `${above[column] ?? ''}${cell}`;
}

function toRow<F extends string>(fields: readonly F[], cells: readonly string[]): Row<F> {
  return Object.fromEntries(fields.map((field, column) => [field, cells[column] ?? ''])) as Row<F>;
}
