import wrapAnsi from 'wrap-ansi';
import { textWidth } from './text-width.ts';

/** A line as lines of at most `columns` cells: broken between words, and in a word that is longer than a line. */
export function wrapText(line: string, columns: number): string {
  if (!Number.isFinite(columns) || (line.length <= columns && textWidth(line) <= columns)) return line;
  return wrapAnsi(line, columns, { hard: true, trim: true });
}
