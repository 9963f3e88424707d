import { beginsAt, cutCells, findColumns } from './columns.ts';

/**
 * The rows of a table below its header: one cell for each title. A row that keeps to the columns is cut by them; one
 * that does not (an overlong cell, squeezed blanks) by gaps of two blanks, or by its words, where these are as many as
 * there are titles. Any other row is cut by the columns nevertheless. No header, no rows.
 */
export function readTable(lines: readonly string[], titles: readonly RegExp[]): string[][] {
  const columns = findColumns(lines, titles);
  if (columns === null) return [];
  return lines
    .slice(columns.firstRow)
    .filter((line) => line.trim() !== '')
    .map((line) => readRow(line, columns.starts));
}

function readRow(line: string, starts: readonly number[]): string[] {
  if (fits(line, starts)) return cutCells(line, starts);
  const row = line.trim();
  const gaps = row.split(/\s{2,80}/);
  if (gaps.length === starts.length) return gaps;
  const words = row.split(/\s+/);
  return words.length === starts.length ? words : cutCells(line, starts);
}

/** Every column's border has a blank before it, and a cell that is not empty begins at it. */
function fits(line: string, starts: readonly number[]): boolean {
  return starts.every((start, index) => {
    const cell = line.slice(index === 0 ? 0 : start, starts[index + 1]);
    const isFree = start === 0 || start > line.length || line[start - 1] === ' ';
    return isFree && (cell.trim() === '' || index === 0 || beginsAt(line, start));
  });
}
