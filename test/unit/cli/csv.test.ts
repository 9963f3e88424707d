import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../cli/render/csv.ts';
import { safeText } from '../../../cli/render/safe-text.ts';

const columns = [
  { title: 'name', value: ([name]: readonly (string | number | null)[]) => name },
  { title: 'port', value: ([, port]: readonly (string | number | null)[]) => port },
];
const read = (text: string): string[][] => parse(text);

describe('csvText', () => {
  it('gives a line of titles and a line for each row, ended by CRLF', () => {
    const rows = [
      ['core-1', 48],
      ['acc, "left"', null],
    ];
    expect(csvText(columns, rows)).toBe('name,port\r\ncore-1,48\r\n"acc, ""left""",\r\n');
    expect(csvText(columns, [])).toBe('name,port\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['  =1', "'  =1"],
    ['\t=1', '\ufffd=1'],
    ['\r=1', '\ufffd=1'],
    ['a;=cmd()', "a;'=cmd()"],
    ['a; -b', "a;' -b"],
    ['a-b=c', 'a-b=c'],
  ])('lets no formula begin: %j', (text, expected) => {
    expect(read(csvText(columns, [[text, 'x']]))[1]).toEqual([expected, 'x']);
  });

  it('leaves numbers alone, negative ones too', () => {
    expect(csvText(columns, [[-5, 0]])).toBe('name,port\r\n-5,0\r\n');
  });

  it('is read back as it was written, whatever comes, but for what is unsafe', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 3 }), (rows) => {
        const [, ...lines] = read(csvText(columns, rows));
        const bare = (text: string): string => text.replaceAll("'", '');
        expect(lines.map((line) => line.map(bare))).toEqual(
          rows.map((row) => row.map((text) => bare(safeText(text)))),
        );
      }),
    );
  });

  it('starts no cell with what a spreadsheet computes, whatever comes', () => {
    const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ';', ' ', '"', ',', 'a', '\n') });
    fc.assert(
      fc.property(cell, (text) => {
        const [, [name = ''] = []] = read(csvText(columns, [[text, 'x']]));
        for (const part of name.split(';')) expect(part).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});
