import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderTable } from '../../../cli/render/table.ts';

interface Row {
  readonly a: string;
  readonly b: string;
}
const columns = [
  { title: 'A', value: (row: Row) => row.a },
  { title: 'B', value: (row: Row) => row.b },
];
const widthOf = (text: string): number => Math.max(...text.split('\n').map((line) => stringWidth(line)));
const letters = (from: string): string => [...from.replace(/\s/g, '')].sort().join('');

describe('renderTable', () => {
  it('fits the terminal and loses no character of a cell', () => {
    const word = fc.stringMatching(/^[a-z0-9/]{1,60}$/);
    fc.assert(
      fc.property(word, word, fc.integer({ min: 20, max: 120 }), (a, b, width) => {
        const text = renderTable([{ a, b }], columns, width);
        expect(widthOf(text)).toBeLessThanOrEqual(width);
        expect(letters(text.split('\n').slice(1).join(''))).toBe(letters(a + b));
      }),
    );
  });

  it('counts a wide character as two cells, and a combining one as none', () => {
    const word = fc
      .array(fc.constantFrom('核', '심', 'ス', 'é', 'e\u0301', '👩‍💻', 'x', '-', '7'), {
        minLength: 1,
        maxLength: 40,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(word, word, fc.integer({ min: 20, max: 120 }), (a, b, width) => {
        expect(widthOf(renderTable([{ a, b }], columns, width))).toBeLessThanOrEqual(width);
      }),
    );
    expect(
      renderTable(
        [
          { a: '核心交換機', b: 'x' },
          { a: 'ab', b: 'y' },
        ],
        columns,
        80,
      ),
    ).toBe('A           B\n核心交換機  x\nab          y');
  });

  it('fits seven columns into 60 cells, and names those that it left out', () => {
    const titles = ['NAME', 'SITE', 'PLATFORM', 'VERSION', 'SERIALS', 'ADDRESSES', 'SEEN'];
    const many = titles.map((title, at) => ({
      title,
      value: () => 'word '.repeat(6).trim(),
      ...(at > 3 ? { yields: at } : {}),
    }));
    for (const width of [60, 80, 132, 200]) {
      expect(widthOf(renderTable([{}, {}], many, width))).toBeLessThanOrEqual(width);
    }
    const narrow = renderTable([{}], many, 60);
    expect(narrow).toMatch(/^NAME {5,}SITE {5,}PLATFORM/);
    expect(narrow).toContain('no room for SEEN: ');
    expect(renderTable([{}], many, 200)).not.toContain('no room');
  });

  it('fits even where no column may be left out', () => {
    const many = Array.from({ length: 9 }, () => ({ title: 'COLUMN', value: () => '10.0.0.1/32' }));
    expect(widthOf(renderTable([{}], many, 60))).toBeLessThanOrEqual(60);
  });

  it('writes no escape sequence of a cell', () => {
    expect(renderTable([{ a: '\u001b[31mred', b: '' }], columns, 80)).toBe('A         B\n\ufffd[31mred  -');
  });
});
