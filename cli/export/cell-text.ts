import { spreadsheetText } from '../render/csv.ts';
import { plainText } from './plain-text.ts';

/** Characters in a cell, in UTF-16 units (Excel specifications and limits). A longer one has Excel repair the file. */
const CELL_LIMIT = 32_767;

/** `_x003D_` in a cell's text is the character `=` to Excel (ECMA-376 part 1, 22.9.2.19): its first underscore is written as one. */
const ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;

/** A device's text for a cell of a workbook: text that nothing computes, as long as Excel takes, with all its characters as they are. */
export const cellText = (text: string): string =>
  cut(spreadsheetText(plainText(text))).replace(ESCAPED, '_x005F_');

function cut(text: string): string {
  if (text.length <= CELL_LIMIT) return text;
  const kept = text.slice(0, CELL_LIMIT - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
