import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NeighborEntry } from '../../shared/model/neighbor.ts';
import { PARSERS } from '../../shared/parse/parsers.ts';
import { outputOf } from '../../shared/session/command-output.ts';
import { learnPrompt } from '../../shared/session/prompt.ts';
import { TerminalText } from '../../shared/session/terminal-text.ts';
import { NEIGHBOR_FORMATS } from '../helpers/neighbor-tables/formats.ts';
import { samples } from '../helpers/neighbor-tables/sample.ts';

/** What devices print instead of a bare line end: several bytes each, so that most cuts fall into one. */
const LINE_ENDS = [
  '\r\n',
  '\r\r\n',
  '\n\x1b[0m\x1b[?25h',
  '\r\n --More-- ' + '\b'.repeat(10) + ' '.repeat(10) + '\b'.repeat(10),
  '\r\n  ---- More ----\x1b[42D' + ' '.repeat(42) + '\x1b[42D',
  '\r\n-- MORE --, next page: Space, next line: Enter, quit: Control-C\x1b[24;1H\x1b[2K',
  '\n--More-- or (q)uit\r' + ' '.repeat(20) + '\r',
];

const PROMPT = 'sw-1# ';
const COMMAND = 'show neighbors';

/** What a session hands to the parser, of bytes that arrived in these pieces. */
function readPieces(bytes: Uint8Array, cuts: readonly number[]): string {
  const terminal = new TerminalText();
  const borders = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  for (const [index, from] of borders.entries())
    terminal.push(bytes.subarray(from, borders[index + 1] ?? from));
  return outputOf(terminal.finished, COMMAND, learnPrompt(PROMPT));
}

const parse = (key: string, text: string): NeighborEntry[] => PARSERS[key]?.parse(text) as NeighborEntry[];

describe.each(NEIGHBOR_FORMATS)('$key of $platforms in a stream', ({ key, render }) => {
  it('is read the same wherever the bytes are cut, within characters, escapes and what pagers leave', () => {
    const cuts = fc.array(fc.nat(), { maxLength: 40 });
    const ends = fc.array(fc.constantFrom(...LINE_ENDS), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(samples, ends, cuts, (all, lineEnds, wanted) => {
        // Three bytes for a character in the names, four in the ports.
        const named = all.map((one) => ({
          ...one,
          remoteName: `${one.remoteName.slice(0, 4)}東`,
          remotePort: `${one.remotePort}𝔵`,
        }));
        const plain = render(named);
        let line = 0;
        const stream = plain.startsWith('{')
          ? plain
          : plain.replaceAll('\n', () => lineEnds[line++ % lineEnds.length] ?? '\n');
        const bytes = Buffer.from(`${COMMAND}\r\n${stream}\r\n${PROMPT}`);
        const expected = parse(key, plain);
        expect(parse(key, readPieces(bytes, []))).toEqual(expected);
        expect(
          parse(
            key,
            readPieces(
              bytes,
              wanted.map((cut) => cut % bytes.length),
            ),
          ),
        ).toEqual(expected);
        const everywhere = Array.from(bytes, (_, at) => at);
        expect(parse(key, readPieces(bytes, everywhere))).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  });
});
