import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteDecoder } from '../../../shared/session/byte-decoder.ts';

function decoded(bytes: Uint8Array, size = Infinity): string {
  const decoder = new ByteDecoder();
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += decoder.push(bytes.subarray(at, at + size));
  return text + decoder.end();
}

describe('the text of bytes', () => {
  test.each([
    ['UTF-8 is UTF-8', Buffer.from('Zürich 東 𝔵 ✓'), 'Zürich 東 𝔵 ✓'],
    ['Latin-1 is Latin-1', Buffer.from('Café-Zürich', 'latin1'), 'Café-Zürich'],
    [
      'both in one line',
      Buffer.concat([Buffer.from('ü '), Buffer.from([0xfc, 0x20]), Buffer.from('✓')]),
      'ü ü ✓',
    ],
    ['a sequence that is broken off', Buffer.from([0xe6, 0x9d, 0x41]), 'æ\ufffdA'],
    ['a sequence at the end', Buffer.from([0x41, 0xe6]), 'Aæ'],
    ['what terminals would obey', Buffer.from([0x9b, 0x32, 0x4a]), '\ufffd2J'],
    ['a surrogate in three bytes', Buffer.from([0xed, 0xa0, 0x80]), 'í\u00a0\ufffd'],
  ])('%s', (_title, bytes, expected) => {
    expect(decoded(bytes)).toBe(expected);
  });

  test('is that of UTF-8 where the bytes are UTF-8', () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 80 }), (units) => {
        const text = String.fromCharCode(...units).toWellFormed();
        expect(decoded(Buffer.from(text))).toBe(text);
      }),
    );
  });

  test('does not depend on how the bytes were cut', () => {
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0x41, 0xc3, 0xa9, 0xe6, 0x9d, 0xb1, 0xf0, 0x9d));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (all, size) => {
        expect(decoded(Buffer.from(all), size)).toBe(decoded(Buffer.from(all)));
      }),
    );
  });
});
