import excel from 'exceljs';
import type { Files, ReadBack } from './read-back.ts';

export async function readXlsx(files: Files): Promise<ReadBack> {
  const workbook = new excel.Workbook();
  const [content] = files.values();
  await workbook.xlsx.load(content as unknown as excel.Buffer);
  const rows = (sheet: string): string[][] => {
    const found: string[][] = [];
    workbook.getWorksheet(sheet)?.eachRow((row, at) => {
      if (at > 1) found.push([1, 2, 3, 4].map((column) => textIn(row.getCell(column))));
    });
    return found;
  };
  return {
    devices: rows('Devices').map(([name = '']) => name),
    links: rows('Links').map(([, aPort = '', , bPort = '']) => [aPort, bPort]),
  };
}

function textIn({ value, address }: excel.Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') throw new Error(`${address} is no text`);
  return value;
}
