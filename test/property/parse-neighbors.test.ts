import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NeighborEntry } from '../../shared/model/neighbor.ts';
import { PARSERS } from '../../shared/parse/parsers.ts';
import { PLATFORMS } from '../../shared/platform/platforms.ts';
import { NEIGHBOR_FORMATS } from '../helpers/neighbor-tables/formats.ts';
import type { Field } from '../helpers/neighbor-tables/formats.ts';
import { numbered, samples } from '../helpers/neighbor-tables/sample.ts';
import { repeated } from './repeated.ts';

const parse = (key: string, text: string): NeighborEntry[] => PARSERS[key]?.parse(text) as NeighborEntry[];

function valueOf(entry: NeighborEntry, field: Field): string | null | undefined {
  if (field === 'address') return entry.managementAddresses[0];
  return field === 'platform' ? entry.platform?.replace(/^cisco /, '') : entry[field];
}

/** A table by local port (JSON) gives the neighbors of one port together; all others keep the order. */
const inOrder = (key: string, rows: unknown[][]): unknown[] =>
  key === 'arista-lldp-json' ? rows.map((row) => row.join('\n')).sort() : rows;

/** What stands in for a line end where a pager asked, and its prompt was erased. */
const PAGED = [
  '\n --More-- ' + '\b'.repeat(10) + ' '.repeat(10) + '\b'.repeat(10),
  '\n  ---- More ----\x1b[42D' + ' '.repeat(42) + '\x1b[42D',
  '\n-- MORE --, next page: Space, next line: Enter, quit: Control-C\x1b[24;1H\x1b[2K',
  '\n--More-- or (q)uit\r' + ' '.repeat(20) + '\r',
];

describe.each(PLATFORMS)('$id', ({ id, commands }) => {
  const asked = commands.filter(({ reads }) => reads === 'neighbors');

  it.skipIf(asked.length === 0)('prints its neighbors in formats that are rendered here', () => {
    const rendered = NEIGHBOR_FORMATS.filter(({ platforms }) => platforms.includes(id)).map(({ key }) => key);
    const missing = asked.filter(({ parser }) => !rendered.includes(parser));
    expect(missing).toEqual([]);
  });
});

it('renders no format that its platform does not print', () => {
  const printed = PLATFORMS.flatMap(({ id, commands }) => commands.map(({ parser }) => `${id} ${parser}`));
  const rendered = NEIGHBOR_FORMATS.flatMap(({ platforms, key }) => platforms.map((id) => `${id} ${key}`));
  expect(rendered.filter((one) => !printed.includes(one))).toEqual([]);
});

describe.each(NEIGHBOR_FORMATS)('a neighbor table of $platforms rendered for $key', (format) => {
  const { key, render, fields } = format;
  const isJson = render([]).startsWith('{');

  it('is read back', () => {
    fc.assert(
      fc.property(samples, (all) => {
        const read = parse(key, render(all)).map((entry) => fields.map((field) => valueOf(entry, field)));
        const wanted = all.map((one) => fields.map((field) => one[field]));
        expect(inOrder(key, read)).toEqual(inOrder(key, wanted));
      }),
      { numRuns: 50 },
    );
  });

  it('is read the same with CRLF, below a prompt with the command, and with what pagers leave', () => {
    fc.assert(
      fc.property(samples, (all) => {
        const plain = render(all);
        const expected = parse(key, plain);
        expect(parse(key, plain.replaceAll('\n', '\r\n'))).toEqual(expected);
        expect(parse(key, `sw-1# show lldp neighbors\n${plain}\nsw-1# `)).toEqual(expected);
        if (isJson) return;
        for (const erased of PAGED) expect(parse(key, plain.replaceAll('\n', erased))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  // A pattern that is not linear takes minutes here. Each line of the format is repeated, cut short, and made long.
  it('comes through many of its own lines', () => {
    const whole = render(numbered(3));
    const lines = [...new Set(whole.split('\n').slice(0, 24))].filter((line) => line !== '');
    for (const [index, line] of lines.entries()) {
      for (const unit of [`${line}\n`, `${line.slice(0, 20)}\n`, line]) {
        const hostile = `${whole}\n${repeated(unit, index + key.length)}`;
        expect(Array.isArray(parse(key, hostile))).toBe(true);
      }
    }
  });

  // The heads of the format stand before and between, so that the parser looks at what follows.
  it('comes through a head with a long line of the same behind it', () => {
    const head = render(numbered(1));
    for (const [index, unit] of ENDLESS.entries()) {
      const hostile = head + repeated(unit, index + key.length);
      expect(Array.isArray(parse(key, hostile))).toBe(true);
    }
  });
});

const ENDLESS = ['a', ' ', ' a', '-', ':', '\n', '|', 'a\n', ' \n', '=', '.', ', Port ', 'a\\\n', 'a,\n'];
