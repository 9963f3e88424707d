import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MapData } from '../../../cli/map/map-data.ts';
import type { SavedPositions } from '../../../cli/map/saved-positions.ts';
import { commandLine, type Printed } from '../../helpers/command-line.ts';
import { labView } from '../../helpers/lab-view.ts';
import { storeView } from '../../helpers/store-view.ts';

const view = await labView('campus', 12);
let scratch = '';
const at = (name: string): string => join(scratch, name);
const map = (...args: string[]): Promise<Printed> =>
  commandLine(['map', '--data-dir', at('data'), '--output', at('map.html'), ...args]);
const places = async (...args: string[]): Promise<Map<string, string>> => {
  const { devices } = JSON.parse((await map('--json', ...args)).stdout.toString()) as MapData;
  return new Map(devices.map(({ id, x, y }) => [id, `${x} ${y}`]));
};

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'netwalker-map-'));
  await storeView(at('data'), view);
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe('netwalker map', () => {
  it('says how a network is walked where there is none yet, and writes nothing', async () => {
    const { code, stdout } = await commandLine([
      'map',
      '--data-dir',
      at('none'),
      '--output',
      at('none.html'),
    ]);
    expect(code).toBe(0);
    expect(stdout.toString()).toContain('no run yet in');
    expect(stdout.toString()).toContain('netwalker discover --seed');
    expect([existsSync(at('none')), existsSync(at('none.html'))]).toEqual([false, false]);
  });

  it('writes one file that names nothing outside itself', async () => {
    const { code, stdout } = await map();
    expect(code).toBe(0);
    expect(stdout.toString()).toMatch(/map\.html: 12 devices, \d+ links, 0\.\d MB; open it in a browser\n$/);
    const html = readFileSync(at('map.html'), 'utf8');
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<(?:link|img|iframe|script src|base)\b/g)).toBeNull();
  });

  it('has the same places from run to run, until they are forgotten', async () => {
    const first = await places();
    const [file = ''] = readdirSync(at('data/positions'));
    const saved = JSON.parse(readFileSync(at(`data/positions/${file}`), 'utf8')) as SavedPositions;
    const [id = ''] = first.keys();
    const moved = { ...saved.positions, [id]: { ...saved.positions[id]!, x: -5000, y: -70 } };
    writeFileSync(at('moved.json'), JSON.stringify({ ...saved, positions: moved }));

    expect(await places()).toEqual(first);
    expect(await places('--positions', at('moved.json'))).toEqual(new Map(first).set(id, '-5000 -70'));
    expect((await places()).get(id)).toBe('-5000 -70');
    expect(await places('--fresh')).toEqual(first);
  });

  it('says what is wrong with a file that it cannot read or write', async () => {
    const absent = await map('--positions', at('absent.json'));
    expect(absent).toMatchObject({ code: 2 });
    expect(absent.stderr).toContain('absent.json: the map\'s "Save positions" makes one');
    writeFileSync(at('broken.json'), '{"network": 1}');
    expect((await map('--positions', at('broken.json'))).stderr).toContain('cannot be read');
    const nowhere = await map('--output', at('no/such/folder/map.html'));
    expect(nowhere).toMatchObject({ code: 2 });
    expect(nowhere.stderr).toContain('the map cannot be written to');
  });
});
