import excel from 'exceljs';
import { plainText } from '../export/plain-text.ts';
import type { ExecRow } from './exec-rows.ts';

/** Characters in a cell (Excel specifications and limits). A longer one has Excel repair the file. */
const CELL_LIMIT = 32_767;
/** `=`, `+`, `-`, `@` and their full-width forms, behind white space too: a formula where a cell is saved as text and read again. */
const FORMULA = /^(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;
/** `_x003D_` in a cell's text is the character `=` to Excel (ECMA-376 part 1, 22.9.2.19). */
const ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;

const COLUMNS = [
  { key: 'device', title: 'Device', width: 24 },
  { key: 'address', title: 'Address', width: 18 },
  { key: 'platform', title: 'Platform', width: 16 },
  { key: 'site', title: 'Site', width: 12 },
  { key: 'command', title: 'Command', width: 28 },
  { key: 'status', title: 'Status', width: 12 },
  { key: 'reason', title: 'Reason', width: 40 },
  { key: 'output', title: 'Output', width: 80 },
] as const;

/** The results as a workbook of one sheet: a heading that stays in sight, filters, and text that nothing computes. */
export async function execWorkbook(rows: readonly ExecRow[]): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  workbook.creator = 'netwalker';
  const sheet = workbook.addWorksheet('Results', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(COLUMNS.map(({ title }) => title)).font = { bold: true };
  COLUMNS.forEach(({ width }, at) => (sheet.getColumn(at + 1).width = width));
  for (const row of rows) {
    const line = sheet.addRow(COLUMNS.map(({ key }) => cellText(row[key] ?? '')));
    line.eachCell((cell) => {
      cell.numFmt = '@';
      cell.alignment = { vertical: 'top', wrapText: true };
    });
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: COLUMNS.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Line by line: an output keeps its lines, and each is safe to read. */
function cellText(text: string): string {
  const plain = text
    .split('\n')
    .map((line) => plainText(line.replaceAll('\t', '  ')))
    .join('\n');
  const whole = plain.replace(FORMULA, "'").replace(ESCAPED, '_x005F_');
  return whole.length <= CELL_LIMIT
    ? whole
    : `${whole.slice(0, CELL_LIMIT - 2).replace(/[\ud800-\udbff]$/, '')}…`;
}
