/** Where the columns of a table begin, by the titles in its header line. */
export interface Columns {
  /** The line after the header (and its rule, if there is one). */
  readonly firstRow: number;
  readonly starts: readonly number[];
}

/**
 * Finds the header: the first line that holds all titles in their order. Null where there is none. A column reaches
 * from its title to the next one, so titles must be given for every column whose border matters.
 */
export function findColumns(lines: readonly string[], titles: readonly RegExp[]): Columns | null {
  for (const [index, line] of lines.entries()) {
    const starts = titleStarts(line, titles);
    if (starts === null) continue;
    const ruled = /^[-=+ |]{4,}$/.test(lines[index + 1]?.slice(0, 400) ?? '');
    return { firstRow: index + (ruled ? 2 : 1), starts };
  }
  return null;
}

function titleStarts(line: string, titles: readonly RegExp[]): number[] | null {
  const starts: number[] = [];
  let from = 0;
  for (const title of titles) {
    const at = line.slice(from).search(title);
    if (at < 0) return null;
    starts.push(from + at);
    from += at + 1;
  }
  return starts;
}

/** The cells of a row, trimmed: what stands between the starts of the columns. */
export function cutCells(line: string, starts: readonly number[]): string[] {
  return starts.map((start, index) => line.slice(index === 0 ? 0 : start, starts[index + 1]).trim());
}

/** Whether a cell begins exactly there: a row with squeezed blanks or an overlong cell does not fit its header. */
export function beginsAt(line: string, start: number): boolean {
  return start < line.length && line[start] !== ' ' && (start === 0 || line[start - 1] === ' ');
}
