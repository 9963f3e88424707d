import excel, { type Workbook, type Worksheet } from 'exceljs';
import type { NetworkView } from '../../shared/model/network-view.ts';
import { textWidth } from '../render/text-width.ts';
import { cellText } from './cell-text.ts';
import type { WriteExport } from './exported.ts';
import { devicesTable } from './tables/devices-table.ts';
import type { CellValue, ExportTable } from './tables/export-table.ts';
import { failuresTable } from './tables/failures-table.ts';
import { linksTable } from './tables/links-table.ts';
import { membersTable } from './tables/members-table.ts';
import { neighborsTable } from './tables/neighbors-table.ts';
import { summaryTable } from './tables/summary-table.ts';

/** In characters of the default font: a column is as wide as its widest cell, within these. */
const WIDTH = { min: 10, max: 60, margin: 3 } as const;
/** `@`: what is typed over a text stays text. */
const FORMATS = { text: '@', time: 'yyyy-mm-dd hh:mm:ss' } as const;

/** A workbook: a sheet for each table, with a heading that stays in sight and filters. Times are in UTC. */
export const writeXlsx: WriteExport = async (view) => {
  const workbook = new excel.Workbook();
  workbook.creator = 'netwalker';
  workbook.created = workbook.modified = new Date(view.run.endedAt ?? view.run.startedAt);
  for (const addTable of SHEETS) addTable(workbook, view);
  return {
    files: [{ name: `${view.network}.xlsx`, content: new Uint8Array(await workbook.xlsx.writeBuffer()) }],
  };
};

const SHEETS = [
  sheetOf(devicesTable),
  sheetOf(linksTable),
  sheetOf(neighborsTable),
  sheetOf(membersTable),
  sheetOf(failuresTable),
  sheetOf(summaryTable),
];

function sheetOf<Row>({ sheet, columns, rows }: ExportTable<Row>) {
  return (workbook: Workbook, view: NetworkView): void => {
    const worksheet = workbook.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
    const lines = rows(view).map((row) => columns.map(({ value }) => cellOf(value(row))));
    const titles = columns.map(({ title }) => title);
    worksheet.addRows([titles, ...lines]);
    worksheet.getRow(1).font = { bold: true };
    worksheet.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: lines.length + 1, column: columns.length },
    };
    titles.forEach((title, at) =>
      fit(worksheet, { at, title, cells: lines.map((line) => line[at] ?? null) }),
    );
    setFormats(worksheet);
  };
}

const cellOf = (value: CellValue): CellValue => (typeof value === 'string' ? cellText(value) : value);

function fit(worksheet: Worksheet, column: { at: number; title: string; cells: readonly CellValue[] }): void {
  const widest = column.cells.reduce(
    (width: number, cell) => Math.max(width, widthOf(cell)),
    textWidth(column.title),
  );
  worksheet.getColumn(column.at + 1).width = Math.min(WIDTH.max, Math.max(WIDTH.min, widest + WIDTH.margin));
}

function widthOf(cell: CellValue): number {
  if (cell instanceof Date) return FORMATS.time.length;
  return cell === null ? 0 : textWidth(String(cell));
}

/** Of each cell by its value: a column may hold both texts and times. */
function setFormats(worksheet: Worksheet): void {
  worksheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (typeof cell.value === 'string') cell.numFmt = FORMATS.text;
      else if (cell.value instanceof Date) cell.numFmt = FORMATS.time;
    }),
  );
}
