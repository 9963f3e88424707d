import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, type Printed } from '../../helpers/command-line.ts';
import { labView } from '../../helpers/lab-view.ts';
import { storeView } from '../../helpers/store-view.ts';
import { READERS, type Files } from './read-back/read-back.ts';
import { elements, readXml } from './read-back/read-xml.ts';

const view = await labView('campus', 12);
let scratch = '';
const dataDir = (): string => join(scratch, 'data');
const exported = (format: string, ...args: string[]): Promise<Printed> =>
  commandLine(['export', '--format', format, '--data-dir', dataDir(), ...args]);

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'netwalker-export-'));
  await storeView(dataDir(), view);
});
afterAll(() => rmSync(scratch, { recursive: true }));

const filesIn = (folder: string): Files =>
  new Map(
    readdirSync(folder).map((name) => {
      const content = readFileSync(join(folder, name));
      return [name, name.endsWith('.xlsx') ? content : content.toString()];
    }),
  );

describe('netwalker export', () => {
  // GraphML and draw.io are written below; each command opens the table anew.
  it.each(['json', 'csv', 'xlsx', 'dot', 'mermaid', 'netbox'] as const)(
    'writes %s: as many devices and links as the network has',
    async (format) => {
      const folder = join(scratch, format);
      const { code, stdout } = await exported(format, '--output', `${folder}/`, '--json');
      const read = await READERS[format](filesIn(folder));
      expect(code).toBe(0);
      const told = JSON.parse(stdout.toString()) as { files: { path: string }[] };
      expect(told).toMatchObject({ format, devices: view.devices.length, links: view.links.length });
      expect(told.files.toSorted((one, other) => (one.path < other.path ? -1 : 1))).toEqual(
        readdirSync(folder)
          .sort()
          .map((name) => ({ path: join(folder, name), bytes: statSync(join(folder, name)).size })),
      );
      expect(read.devices).toEqual(view.devices.map(({ name }) => name));
      expect(read.links).toHaveLength(view.links.length);
    },
  );

  it('prints a workbook into a pipe, and not on a terminal or beside JSON', async () => {
    const piped = await exported('xlsx');
    expect(piped.stdout.subarray(0, 2).toString()).toBe('PK');
    const shown = await commandLine(['export', '--format', 'xlsx', '--data-dir', dataDir()], 80);
    expect(shown).toMatchObject({
      code: 2,
      stderr: 'netwalker: --format xlsx is not for a terminal: say where with --output lab.xlsx\n',
    });
    const json = await exported('xlsx', '--json');
    expect(json).toMatchObject({
      code: 2,
      stderr: 'netwalker: --format xlsx is not beside JSON on stdout: say where with --output lab.xlsx\n',
    });
  });

  it('narrows what it exports, with the devices at the far ends of links', async () => {
    const { stdout } = await exported('graphml', '--name', 'core-1');
    const document = readXml(stdout.toString());
    const links = view.links.filter(({ a, b }) => [a.device, b.device].includes('core-1'));
    const names = new Set(links.flatMap(({ a, b }) => [a.device, b.device]));
    expect(elements(document, 'edge')).toHaveLength(links.length);
    expect(elements(document, 'node')).toHaveLength(names.size);
    expect(names.size).toBeLessThan(view.devices.length);
    const none = await exported('graphml', '--platform', 'no_such');
    expect(none).toMatchObject({ code: 2 });
    expect(none.stderr).toContain('has the platform no_such; there are ');
  });

  it('draws devices where the map draws them, also of a part of the network', async () => {
    const map = await commandLine(['map', '--data-dir', dataDir(), '--json']);
    const { devices } = JSON.parse(map.stdout.toString()) as {
      devices: { name: string; x: number; y: number }[];
    };
    const { stdout } = await exported('drawio', '--name', 'core-1');
    const placed = elements(readXml(stdout.toString()), 'object').flatMap((object) => {
      const [geometry] = elements(object, 'mxGeometry');
      const name = object.getAttribute('label');
      return name === ''
        ? []
        : [[name, Number(geometry?.getAttribute('x')) + 52, Number(geometry?.getAttribute('y')) + 15]];
    });
    expect(placed.length).toBeGreaterThan(2);
    for (const place of placed) expect(devices.map(({ name, x, y }) => [name, x, y])).toContainEqual(place);
  });

  it('shows the dry run for NetBox where no directory is named', async () => {
    const shown = await commandLine(['export', '--format', 'netbox', '--data-dir', dataDir()], 100);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout.toString()).toContain('A dry run: nothing is sent to NetBox. 12 devices, ');
    expect(
      Math.max(
        ...shown.stdout
          .toString()
          .split('\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(100);
    const { stdout } = await exported('netbox', '--json');
    expect(JSON.parse(stdout.toString())).toMatchObject({ network: 'lab', runId: view.run.runId });
  });

  it.each([
    [['--format', 'xlsx', '--table', 'links'], '--table goes with --format csv'],
    [['--format', 'json', '--interfaces', 'x.json'], '--interfaces goes with --format netbox'],
    [['--format', 'netbox', '--interfaces', '/nowhere/x.json'], 'cannot read /nowhere/x.json: '],
    [['--format', 'visio'], 'Allowed choices are json, csv, xlsx, graphml, dot, drawio, mermaid, netbox.'],
  ])('refuses %j with what to do', async (args, message) => {
    const { code, stdout, stderr } = await commandLine(['export', ...args, '--data-dir', dataDir()]);
    expect([code, stdout.toString()]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
