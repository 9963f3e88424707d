import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeJson, safeText } from '../../../cli/render/safe-text.ts';

const printable = (text: string): boolean =>
  // Cc: C0 and C1 controls. Cf: bidirectional, zero-width and other formats. Zl, Zp: line and paragraph separators.
  !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.test(text);
const hostile = fc.string({ unit: 'binary', maxLength: 200 });

describe('safeText', () => {
  it('lets no control, bidirectional or separator character through, whatever comes', () => {
    fc.assert(fc.property(hostile, (text) => printable(safeText(text))));
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(hostile, (text) => safeText(safeText(text)) === safeText(text)));
  });

  it('leaves names as people write them alone', () => {
    for (const name of ['core-1.example.net', 'Gi1/0/1', 'Zürich-sw1', '東京-router', 'naïve 🙂']) {
      expect(safeText(name)).toBe(name);
    }
  });

  it.each([
    ['an escape sequence', '\u001b[2Jcore', '\ufffd[2Jcore'],
    ['a window title', '\u001b]0;owned\u0007', '\ufffd]0;owned\ufffd'],
    ['an 8-bit CSI', '\u009b31mred', '\ufffd31mred'],
    ['a bidirectional override', 'a\u202eb', 'a\ufffdb'],
    ['a line break', 'a\r\nb', 'a\ufffd\ufffdb'],
    ['an invisible tag', 'a\u{e0041}b', 'a\ufffdb'],
  ])('replaces %s', (_, text, expected) => {
    expect(safeText(text)).toBe(expected);
  });
});

describe('safeJson', () => {
  it('loses nothing and is safe on a terminal', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = safeJson({ name: text });
        expect(JSON.parse(json)).toEqual({ name: text });
        expect(printable(json.replaceAll('\n', ''))).toBe(true);
      }),
    );
  });
});
