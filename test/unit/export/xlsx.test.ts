import excel from 'exceljs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../cli/export/cell-text.ts';
import type { NetworkView } from '../../../shared/model/network-view.ts';
import { consume, isHere, OPENPYXL } from '../../helpers/consumer.ts';
import { exportView } from '../../helpers/export-view.ts';
import { hostileView } from '../../helpers/hostile-view.ts';

const view = hostileView();
const [content] = (await exportView('xlsx', view)).values();
const workbook = new excel.Workbook();
await workbook.xlsx.load(content as unknown as excel.Buffer);

const ROWS: Readonly<Record<string, (view: NetworkView) => number>> = {
  Devices: ({ devices }) => devices.length,
  Links: ({ links }) => links.length,
  Neighbors: ({ neighbors }) => neighbors.length,
  'Stack members': ({ devices }) => devices.flatMap(({ serials }) => serials).length,
  Failures: ({ failures }) => failures.length,
};

describe('the Excel export', () => {
  it('has a sheet for each table, with a heading that stays, filters and widths', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([...Object.keys(ROWS), 'Summary']);
    for (const sheet of workbook.worksheets) {
      expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
      expect(sheet.autoFilter).toBe(
        `A1:${sheet.getRow(1).getCell(sheet.columnCount).address.replace('1', '')}${sheet.rowCount}`,
      );
      for (const { width } of sheet.columns) {
        expect(width).toBeGreaterThanOrEqual(10);
        expect(width).toBeLessThanOrEqual(60);
      }
    }
  });

  it('has times as times, counts as numbers, and everything of a device as text', () => {
    const types = new Set<excel.ValueType>();
    const formats = new Set<string>();
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell(({ type, numFmt }) => {
          types.add(type);
          if (type === excel.ValueType.String) formats.add(numFmt);
        }),
      );
    }
    expect([...formats]).toEqual(['@']);
    expect([...types].sort()).toEqual(
      [excel.ValueType.Number, excel.ValueType.String, excel.ValueType.Date].sort(),
    );
    expect(workbook.getWorksheet('Devices')?.getRow(2).getCell(12).value).toEqual(
      new Date('2026-11-24T08:30:00Z'),
    );
  });

  it('cuts what is longer than a cell of Excel, between characters', () => {
    expect(cellText('n'.repeat(32_767))).toBe('n'.repeat(32_767));
    expect(cellText('n'.repeat(32_768))).toBe(`${'n'.repeat(32_766)}…`);
    expect(cellText('🙂'.repeat(20_000))).toBe(`${'🙂'.repeat(16_383)}…`);
    expect(cellText(`=${'n'.repeat(32_767)}`)).toBe(`'=${'n'.repeat(32_764)}…`);
  });

  it('keeps an underscore that Excel would read an escape from', () => {
    expect(cellText('_x003D_1+1')).toBe('_x005F_x003D_1+1');
    expect(cellText('_x_ x003D_')).toBe('_x_ x003D_');
  });

  it.skipIf(!isHere(OPENPYXL))(
    'is opened by openpyxl: as many rows as the view has, and no formula or link',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'netwalker-xlsx-'));
      const path = join(folder, 'lab.xlsx');
      writeFileSync(path, content as Uint8Array);
      const { stdout, stderr } = consume(OPENPYXL, ['-W', 'error', '-c', OPEN, path]);
      rmSync(folder, { recursive: true });
      const sheets = JSON.parse(stdout) as Record<string, { rows: number; types: string[]; links: number }>;
      expect(stderr).toBe('');
      for (const [name, count] of Object.entries(ROWS))
        expect([name, sheets[name]?.rows]).toEqual([name, count(view) + 1]);
      for (const { types, links } of Object.values(sheets)) {
        expect(types.filter((type) => !['s', 'n', 'd'].includes(type))).toEqual([]);
        expect(links).toBe(0);
      }
    },
  );
});

const OPEN = `
import json, openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: {
    "rows": sheet.max_row,
    "types": sorted({cell.data_type for row in sheet.iter_rows() for cell in row}),
    "links": sum(cell.hyperlink is not None for row in sheet.iter_rows() for cell in row),
} for sheet in book}))
`;
