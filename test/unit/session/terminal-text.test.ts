import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TerminalText } from '../../../shared/session/terminal-text.ts';

function shown(...chunks: readonly (string | Uint8Array)[]): string {
  const terminal = new TerminalText();
  for (const chunk of chunks) terminal.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return terminal.finished + terminal.line;
}

describe('the text of a terminal', () => {
  test.each([
    ['CR LF ends a line', 'a\r\nb', 'a\nb'],
    ['CR CR LF ends one line (NX-OS)', 'a\r\r\nb', 'a\nb'],
    ['CR before a prompt leaves it (NX-OS)', '\rswitch# ', 'switch# '],
    ['NUL and BEL are not shown', 'a\0b\x07c', 'abc'],
    ['a backspace goes back and is written over', 'ab\bc', 'ac'],
    [
      'a pager that erases itself with backspaces leaves nothing',
      ' --More-- \b\b\b\b\b\b\b\b\b\b          \b\b\b\b\b\b\b\b\b\bnext\n',
      'next\n',
    ],
    ['a pager that erases itself with CR leaves nothing', '--More--\r        \rnext\n', 'next\n'],
    ['colors are not shown', '\x1b[1;32mup\x1b[0m', 'up'],
    ['a window title is not shown', '\x1b]0;user@host\x07$ ', '$ '],
    ['ESC E ends a line (ProCurve)', 'a\x1bEb', 'a\nb'],
    [
      'a ProCurve prompt stands where the cursor put it',
      '\x1b[24;1H\x1b[2K\x1b[24;1Hsw1# \x1b[24;1H\x1b[24;6H\x1b[?25h',
      'sw1# ',
    ],
    ['erasing to the end of the line erases', 'abcdef\x1b[3D\x1b[K', 'abc'],
    ['a tab is kept', 'a\tb', 'a\tb'],
    ['UTF-8 is kept', 'Zürich ✓', 'Zürich ✓'],
    ['a sequence without an end ends with its line', '\x1b[12345\nnext', '\nnext'],
  ])('%s', (_title, written, expected) => {
    expect(shown(written)).toBe(expected);
  });

  test('a clear line forgets a pager, and the text before it stays', () => {
    const terminal = new TerminalText();
    terminal.push(Buffer.from('one\r\n--More--'));
    terminal.eraseLine();
    terminal.push(Buffer.from('two\r\n'));
    expect(terminal.finished).toBe('one\ntwo\n');
  });

  test('does not depend on how the bytes were cut', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\r\n',
        '\r',
        '\n',
        '\b',
        '\x1b[K',
        '\x1b[24;1H',
        '\x1bE',
        '\x1b[?25h',
        '\x1b]0;t\x07',
        '\x1b',
        '[',
        'ü',
        '✓',
        '--More--',
        '\0',
        '\t',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.array(fc.nat({ max: 7 }), { minLength: 1 }),
        (pieces, cuts) => {
          const bytes = Buffer.from(pieces.join(''));
          const chunks: Buffer[] = [];
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const size = 1 + (cuts[turn % cuts.length] ?? 0);
            chunks.push(bytes.subarray(at, at + size));
            at += size;
          }
          expect(shown(...chunks)).toBe(shown(bytes));
        },
      ),
    );
  });

  test('takes a long line that is rewritten without end in linear time', () => {
    const written = shown('x'.repeat(1_000_000) + '\ry'.repeat(200_000));
    expect(written.length).toBe(1_000_000);
  });

  test('shows the tail of a long text, and no more than 4 kB of it', () => {
    const terminal = new TerminalText();
    terminal.push(Buffer.from(`${'line\n'.repeat(5_000)}R1#`));
    expect(terminal.tail.length).toBe(4096);
    expect(terminal.tail.endsWith('line\nR1#')).toBe(true);
    expect(terminal.length).toBe(25_003);
  });
});
