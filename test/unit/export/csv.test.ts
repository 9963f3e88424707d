import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { safeText } from '../../../cli/render/safe-text.ts';
import { exportText, exportView } from '../../helpers/export-view.ts';
import { hostileView } from '../../helpers/hostile-view.ts';

type Row = Readonly<Record<string, string>>;
const view = hostileView();
const files = await exportView('csv', view);
const rowsOf = (table: string): Row[] => parse(String(files.get(`${table}.csv`)), { columns: true });
/** A leading quote stands before what a spreadsheet would compute. */
const unquoted = (text: string | undefined): string => (text ?? '').replaceAll("'", '');

describe('the CSV export', () => {
  it('is a file for each table', () => {
    expect([...files.keys()]).toEqual([
      'devices.csv',
      'links.csv',
      'neighbors.csv',
      'failures.csv',
      'members.csv',
    ]);
  });

  it('has a row for each device, link, entry, failure and serial number, whatever their texts are', () => {
    expect(rowsOf('devices')).toHaveLength(view.devices.length);
    expect(rowsOf('links')).toHaveLength(view.links.length);
    expect(rowsOf('neighbors')).toHaveLength(view.neighbors.length);
    expect(rowsOf('failures')).toHaveLength(view.failures.length);
    expect(rowsOf('members')).toHaveLength(view.devices.flatMap(({ serials }) => serials).length);
  });

  it('gives names and ports back as safe text', () => {
    const safe = (text: string | null): string => unquoted(safeText(text ?? ''));
    expect(rowsOf('devices').map(({ name, site }) => [unquoted(name), unquoted(site)])).toEqual(
      view.devices.map(({ name, site }) => [safe(name), safe(site)]),
    );
    expect(rowsOf('links').map(({ aPort, bPort }) => [unquoted(aPort), unquoted(bPort)])).toEqual(
      view.links.map(({ a, b }) => [safe(a.port), safe(b.port)]),
    );
  });

  it('begins no cell with what a spreadsheet computes', () => {
    const cells = [...files.values()].flatMap((text) => parse(String(text)).flat());
    expect(cells.length).toBeGreaterThan(1000);
    expect(cells.filter((cell) => /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell !== safeText(cell))).toEqual([]);
  });

  it('writes times as ISO 8601 and lists with commas', () => {
    const [first] = rowsOf('devices');
    expect(first).toMatchObject({ lastSeenAt: '2026-11-24T08:30:00.000Z', addresses: '10.0.0.1' });
  });

  it('is one table where one is asked for', async () => {
    const text = await exportText('csv', view, { table: 'links' });
    expect(text).toBe(files.get('links.csv'));
    await expect(exportView('csv', view, { table: 'linkz' })).rejects.toThrow(
      'there is no table linkz: devices, links, neighbors, failures, members',
    );
  });
});
