import fc from 'fast-check';
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

describe('renderTable', () => {
  it('fits the terminal and loses no character of a cell', () => {
    const word = fc.stringMatching(/^[a-z0-9/]{1,60}$/);
    fc.assert(
      fc.property(word, word, fc.integer({ min: 20, max: 120 }), (a, b, width) => {
        const text = renderTable([{ a, b }], columns, width);
        const lines = text.split('\n');
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
        const letters = (from: string): string => [...from.replace(/\s/g, '')].sort().join('');
        expect(letters(lines.slice(1).join(''))).toBe(letters(a + b));
      }),
    );
  });

  it('writes no escape sequence of a cell', () => {
    expect(renderTable([{ a: '\u001b[31mred', b: '' }], columns, 80)).toBe('A         B\n\ufffd[31mred  -');
  });
});
