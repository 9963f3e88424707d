import excel from 'exceljs';
import { cellText } from '../export/cell-text.ts';
import type { ExecRow } from './exec-rows.ts';

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
    const line = sheet.addRow(COLUMNS.map(({ key }) => linesText(row[key] ?? '')));
    line.eachCell((cell) => {
      cell.numFmt = '@';
      cell.alignment = { vertical: 'top', wrapText: true };
    });
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: COLUMNS.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Line by line: an output keeps its lines, and each is safe to read. The whole is cut to a cell. */
const linesText = (text: string): string =>
  cutToCell(
    text
      .split('\n')
      .map((line) => cellText(line.replaceAll('\t', '  ')))
      .join('\n'),
  );

/** Excel takes 32,767 UTF-16 units in a cell, and repairs a file that has more. */
const cutToCell = (text: string): string =>
  text.length <= 32_767 ? text : `${text.slice(0, 32_765).replace(/[\ud800-\udbff]$/, '')}…`;
