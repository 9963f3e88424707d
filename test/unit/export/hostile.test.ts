import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../../../cli/map/bundle-page.ts';
import { mapData, type MapData } from '../../../cli/map/map-data.ts';
import { mapHtml } from '../../../cli/map/map-html.ts';
import { FORMAT_NAMES, type Format } from '../../../cli/export/formats.ts';
import { plainText } from '../../../cli/export/plain-text.ts';
import { spreadsheetText } from '../../../cli/render/csv.ts';
import { safeText } from '../../../cli/render/safe-text.ts';
import { renderTable } from '../../../cli/render/table.ts';
import type { NetworkView } from '../../../shared/model/network-view.ts';
import { exportView } from '../../helpers/export-view.ts';
import { HOSTILE_NAMES } from '../../helpers/hostile-names.ts';
import { hostileView } from '../../helpers/hostile-view.ts';
import { READERS, type Files } from './read-back/read-back.ts';

/** What a reader is to find where a device says `text`. What is more than the plain text is the format's own rule. */
const EXPECTED: Readonly<Record<Format, (text: string) => string>> = {
  json: (text) => text,
  csv: spreadsheetText,
  xlsx: (text) => spreadsheetText(plainText(text)),
  graphml: plainText,
  dot: plainText,
  drawio: plainText,
  mermaid: (text) => {
    const plain = plainText(text).replaceAll('ﬂ', 'fl').replaceAll('¶ß', ';');
    return plain.trim() === '' ? '-' : plain;
  },
  netbox: (text) => plainText(text).trim(),
};

const portsOf = ({ links }: NetworkView, expected: (text: string) => string): [string, string][] =>
  links.map(({ a, b }) => [expected(a.port ?? ''), expected(b.port ?? '')]);

describe('hostile names', () => {
  const view = hostileView();

  describe.each(FORMAT_NAMES)('as %s', (format) => {
    const expected = EXPECTED[format];

    let files: Files;
    beforeAll(async () => {
      files = await exportView(format, view);
    });

    it('stay names: every device, link and port is read back', async () => {
      const read = await READERS[format](files);
      const named = HOSTILE_NAMES.map(({ what, text }, at) => [what, text, read.devices[at]]);
      expect(named).toEqual(HOSTILE_NAMES.map(({ what, text }) => [what, text, expected(text)]));
      expect(read.devices).toHaveLength(view.devices.length);
      expect(read.links).toEqual(portsOf(view, expected));
    });

    it('leave nothing in a file that acts on a terminal', () => {
      for (const content of files.values()) {
        if (typeof content !== 'string') continue;
        const lines = content.replaceAll('\r\n', '\n');
        expect(safeText(lines, { keep: '\n' })).toBe(lines);
      }
    });

    it('of any characters come back', async () => {
      const anything = fc.string({
        unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)),
        maxLength: 40,
      });
      const marks = fc.array(
        fc.constantFrom(
          '&',
          '<',
          '>',
          '"',
          "'",
          '\\',
          ';',
          '#',
          '[',
          ']',
          '=',
          '\n',
          '\t',
          '_x0041_',
          '&lt;',
          '`',
          'é',
          '🙂',
          ' ',
          'a',
        ),
        { maxLength: 12 },
      );
      const names = fc.array(
        fc.oneof(
          anything,
          marks.map((each) => each.join('')),
        ),
        { minLength: 2, maxLength: 12 },
      );
      await fc.assert(
        fc.asyncProperty(names, async (texts) => {
          const some = hostileView(texts);
          const read = await READERS[format](await exportView(format, some));
          expect(read.devices).toEqual(texts.map(expected));
          expect(read.links).toEqual(portsOf(some, expected));
        }),
        { numRuns: format === 'xlsx' ? 5 : 40 },
      );
    });
  });

  it('are in the page of the map nothing but values in its data', async () => {
    const page = await bundlePage();
    const html = mapHtml(mapData(view, new Map()), page);
    const empty = mapHtml(mapData({ ...view, devices: [], links: [] }, new Map()), page);
    const data = JSON.parse(dataBlock(html)) as MapData;
    expect(data.devices.map(({ name }) => name)).toEqual(view.devices.map(({ name }) => name));
    expect(data.links.map(({ a, b }) => [a.port, b.port])).toEqual(
      view.links.map(({ a, b }) => [a.port, b.port]),
    );
    expect(dataBlock(html)).not.toMatch(/[<>&\u2028\u2029]/);
    expect(html.replace(dataBlock(html), '')).toBe(empty.replace(dataBlock(empty), ''));
  });

  it.each([20, 80, 400])('are one cell each in a table of %i columns', (columns) => {
    const table = renderTable(
      HOSTILE_NAMES.map(({ text }, at) => ({ at, text })),
      [
        { title: 'at', value: ({ at }) => at },
        { title: 'name', value: ({ text }) => text },
      ],
      columns,
    );
    expect(safeText(table, { keep: '\n' })).toBe(table);
    const numbered = table.split('\n').flatMap((line) => /^(\d+)(?: {2}|$)/.exec(line)?.[1] ?? []);
    expect(numbered.map(Number)).toEqual([...HOSTILE_NAMES.keys()]);
  });
});

const dataBlock = (html: string): string =>
  /<script[^>]*application\/json[^>]*>([^<]*)<\/script>/.exec(html)?.[1] ?? '';
