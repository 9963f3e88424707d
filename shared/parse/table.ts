/** A title of a column, and the field that it holds. */
export type Titles<F extends string> = Readonly<Record<F, RegExp>>;
export type Row<F extends string> = Readonly<Record<F, string>>;

interface Layout<F extends string> {
  readonly firstRow: number;
  readonly fields: readonly F[];
  readonly starts: readonly number[];
  /** The blanks of the header were squeezed, so those of the rows were too. */
  readonly squeezed: boolean;
}

/**
 * Reads a table whose header holds all the titles, in whatever order they stand there. A row is cut where the titles
 * begin; one that does not fit (squeezed blanks, a cell that pushes the next ones, what a pager left) is cut at blanks.
 * A row whose first cell is empty goes on the row above it where it has one cell, or only such as are empty above; so does the rest of a
 * first cell that filled its column; a lone first cell that did not is the beginning of the next row.
 */
export function readTable<F extends string>(lines: readonly string[], titles: Titles<F>): Row<F>[] {
  const layout = findLayout(lines, titles);
  if (layout === null) return [];
  const rows: string[][] = [];
  let pending = '';
  for (const raw of lines.slice(layout.firstRow)) {
    const line = raw.replace(layout.squeezed ? / ?\| ?/g : /\|/g, ' ').trimEnd();
    if (line.trim() === '' || isRuled(line)) continue;
    const cells = readCells(line, layout);
    const filled = cells.filter((cell) => cell !== '').length;
    const above = rows.at(-1);
    if (above !== undefined && (filled === 1 ? goesOn(cells, above, layout) : isRest(cells, above)))
      append(above, cells);
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
      squeezed: !/\S {2,}\S/.test(line.trim()),
    };
  }
  return null;
}

function readCells<F extends string>(line: string, { starts, squeezed }: Layout<F>): string[] {
  if (squeezed && !/\S {2,}\S/.test(line)) return cutWords(line, starts.length);
  if (fits(line, starts)) return cut(line, starts);
  const words = line.trim();
  const apart = words.split(/ {2,}/);
  if (apart.length === starts.length) return apart;
  if (words.includes('  ') && line.length > (starts[1] ?? 0)) return cutPushed(line, starts);
  return cutWords(words, starts.length);
}

/** A MAC address with blanks in it is one word. */
const SPACED_MAC = /\b(?:[\da-f]{2} ){5}[\da-f]{2}\b/gi;

/** A word for each column, and the rest for the last. */
function cutWords(line: string, columns: number): string[] {
  const bound = line.replace(SPACED_MAC, (mac) => mac.replaceAll(' ', '\u00a0'));
  const words = bound
    .trim()
    .split(/ +/)
    .map((word) => word.replaceAll('\u00a0', ' '));
  return Array.from({ length: columns }, (_, column) =>
    column === columns - 1 ? words.slice(column).join(' ') : (words[column] ?? ''),
  );
}

const cut = (line: string, starts: readonly number[]): string[] =>
  starts.map((start, column) => line.slice(column === 0 ? 0 : start, starts[column + 1]).trim());

/** Cuts a row in which cells longer than their columns push what follows: each moves the later borders to its end. */
function cutPushed(line: string, starts: readonly number[]): string[] {
  const cells: string[] = [];
  let from = 0;
  let shift = 0;
  for (const start of [...starts.slice(1), Infinity]) {
    let border = start + shift;
    if (border < line.length && line[border - 1] !== ' ') {
      const blank = line.indexOf(' ', border);
      const end = blank < 0 ? line.length : blank + 1;
      shift += end - border;
      border = end;
    }
    cells.push(line.slice(from, border).trim());
    from = border;
  }
  return cells;
}

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

/** What did not fit beside a long cell stands below it (Comware): cells for columns that are empty above, and no first one. */
const isRest = (cells: readonly string[], above: readonly string[]): boolean =>
  cells[0] === '' && cells.every((cell, column) => cell === '' || above[column] === '');

function append(above: string[], cells: readonly string[]): void {
  for (const [column, cell] of cells.entries()) above[column] = `${above[column] ?? ''}${cell}`;
}

function toRow<F extends string>(fields: readonly F[], cells: readonly string[]): Row<F> {
  return Object.fromEntries(fields.map((field, column) => [field, cells[column] ?? ''])) as Row<F>;
}
