import { describe, expect, it } from 'vitest';
import type { MapChange, MappedDevice, MappedLink, RunMap } from '../../../shared/model/run-map.ts';
import { changeText } from '../../../shared/topology/change-text.ts';
import { deviceHistory } from '../../../shared/topology/device-history.ts';
import { diffMaps } from '../../../shared/topology/diff-maps.ts';

const NO_FACTS = { platform: null, model: null, osVersion: null, serials: [], addresses: [] } as const;

const box = (name: string, more: Partial<MappedDevice> = {}): MappedDevice => ({
  ...{ id: `serial:${name}`, name, status: 'visited', at: 1_000, target: `10.0.0.${name.length}`, why: null },
  ...{ platform: 'cisco_ios', model: 'C9300', osVersion: '17.9', serials: [`FOC-${name}`], addresses: [] },
  ...more,
});
const failed = (name: string, at = 2_000): MappedDevice =>
  box(name, { ...NO_FACTS, status: 'failed', why: 'refused', at });

/** `acc Gi1 - dist Te1`, told by both ends unless it says by whom. */
function cable(text: string, by: readonly ('a' | 'b')[] = ['a', 'b']): MappedLink {
  const [a, b] = text.split(' - ').map((end) => {
    const [device = '', port = ''] = end.split(' ');
    return { id: `serial:${device}`, device, port: port === '?' ? null : port };
  });
  const told = by.map((end) => ({ end, protocols: ['cdp', 'lldp'] as const }));
  return { a: a!, b: b!, status: by.length === 2 ? 'confirmed' : 'one-sided', told };
}

const map = (devices: readonly MappedDevice[], links: readonly MappedLink[]): RunMap => ({ devices, links });
const texts = (changes: readonly MapChange[]): readonly string[] => changes.map(changeText);

const [acc, core, dist] = [box('acc'), box('core'), box('dist')];
const before = map([acc, core, dist], [cable('acc Gi1 - dist Te1'), cable('core Eth1 - dist Te9')]);

describe('the difference of two runs', () => {
  it('removes a cable whose ends were both visited and list it no more, and says with which words', () => {
    const [change, ...others] = diffMaps(before, map([acc, core, dist], [cable('core Eth1 - dist Te9')]));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      what: 'link',
      change: 'removed',
      link: 'acc Gi1 - dist Te1',
      after: null,
    });
    const protocols = ['cdp', 'lldp'];
    expect(change?.evidence).toEqual([
      { run: 'before', device: 'acc', says: 'told', at: 1_000, port: 'Gi1', protocols },
      { run: 'before', device: 'dist', says: 'told', at: 1_000, port: 'Te1', protocols },
      { run: 'after', device: 'acc', says: 'silent', at: 1_000, target: '10.0.0.3' },
      { run: 'after', device: 'dist', says: 'silent', at: 1_000, target: '10.0.0.4' },
    ]);
  });

  it('leaves the cables of a device that failed unverified, told of still or not', () => {
    const after = map([failed('acc'), core, dist], [cable('core Eth1 - dist Te9')]);
    expect(texts(diffMaps(before, after))).toEqual([
      'device unverified: acc (visited -> failed: refused)',
      'link unverified: acc Gi1 - dist Te1',
    ]);
    const told = map(after.devices, [cable('acc Gi1 - dist Te1', ['b']), cable('core Eth1 - dist Te9')]);
    const [device, link] = diffMaps(before, told);
    expect(changeText(link!)).toBe('link unverified: acc Gi1 - dist Te1 (confirmed -> one-sided)');
    const says = {
      run: 'after',
      device: 'acc',
      says: 'failed',
      at: 2_000,
      target: '10.0.0.3',
      why: 'refused',
    };
    expect(device?.evidence).toContainEqual(says);
    expect(link?.evidence).toContainEqual(says);
  });

  it('removes a device and its cables where all that told of it were visited and tell of it no more', () => {
    const changes = diffMaps(before, map([core, dist], [cable('core Eth1 - dist Te9')]));
    expect(texts(changes)).toEqual(['device removed: acc', 'link removed: acc Gi1 - dist Te1']);
    expect(changes[0]?.evidence.slice(-2)).toEqual([
      { run: 'after', device: 'dist', says: 'silent', at: 1_000, target: '10.0.0.4' },
      { run: 'after', device: 'acc', says: 'unheard', at: null },
    ]);
  });

  it('removes nothing behind a device that failed', () => {
    const changes = diffMaps(before, map([core, failed('dist')], [cable('core Eth1 - dist Te9', ['a'])]));
    expect(new Set(changes.map(({ change }) => change))).toEqual(new Set(['unverified']));
    expect(changes).toHaveLength(4);
  });

  it('does not remove a seed that nobody ever told of', () => {
    expect(texts(diffMaps(map([acc], []), map([], [])))).toEqual(['device unverified: acc']);
  });

  it('tells a cable that was moved at one end from one of two parallel ones that is gone', () => {
    const two = map([acc, dist], [cable('acc Gi1 - dist Te1'), cable('acc Gi2 - dist Te2')]);
    expect(
      texts(diffMaps(two, map([acc, dist], [cable('acc Gi1 - dist Te1'), cable('acc Gi2 - dist Te7')]))),
    ).toEqual(['link changed: acc Gi2 - dist Te7 (was acc Gi2 - dist Te2)']);
    expect(texts(diffMaps(two, map([acc, dist], [cable('acc Gi1 - dist Te1')])))).toEqual([
      'link removed: acc Gi2 - dist Te2',
    ]);
    const crossed = map([acc, dist], [cable('acc Gi1 - dist Te2'), cable('acc Gi2 - dist Te1')]);
    expect(
      diffMaps(two, crossed)
        .map(({ change }) => change)
        .sort(),
    ).toEqual(['added', 'added', 'removed', 'removed']);
  });

  it('takes no notice of how a port is spelled', () => {
    const short = map([acc, dist], [cable('acc Gi1/0/1 - dist Te1/1/1')]);
    const long = map([acc, dist], [cable('acc GigabitEthernet1/0/1 - dist TenGigabitEthernet1/1/1')]);
    expect(diffMaps(short, long)).toEqual([]);
  });

  it('names an upgrade, a stack member that was swapped and a new name, with the probes that read them', () => {
    const stack = box('dist', { serials: ['FOC1', 'FOC2'] });
    const after = box('dist', { name: 'dist-a', osVersion: '17.12', serials: ['FOC1', 'FOC3'], at: 2_000 });
    const [change] = diffMaps(map([stack], []), map([after], []));
    expect(changeText(change!)).toBe(
      'device changed: dist-a (name dist -> dist-a, osVersion 17.9 -> 17.12, serials -FOC2 +FOC3)',
    );
    expect(change?.evidence).toEqual([
      { run: 'before', device: 'dist', says: 'read', at: 1_000, target: '10.0.0.4' },
      { run: 'after', device: 'dist-a', says: 'read', at: 2_000, target: '10.0.0.4' },
    ]);
  });

  it('knows a replaced box by its name, and keeps two boxes of one name apart', () => {
    const replaced = box('dist', { id: 'serial:new', serials: ['FOC9'] });
    expect(texts(diffMaps(map([dist], []), map([replaced], [])))).toEqual([
      'device changed: dist (serials -FOC-dist +FOC9)',
    ]);
    const twin = box('dist', { id: 'serial:twin', serials: ['FOC-twin'] });
    expect(diffMaps(map([dist, twin], []), map([dist, twin], []))).toEqual([]);
    expect(texts(diffMaps(map([dist, twin], []), map([dist], [])))).toEqual(['device unverified: dist']);
  });
});

describe('the history of a device', () => {
  const upgraded = box('acc', { osVersion: '17.12', at: 3_000 });
  const runs = [
    { runId: 'one', map: before },
    { runId: 'two', map: map([failed('acc'), core, dist], before.links.slice(1)) },
    { runId: 'three', map: map([upgraded, core, dist], before.links.slice(1)) },
  ];
  const entries = deviceHistory(runs, (devices) => devices.find(({ name }) => name === 'acc') ?? null);

  it('compares a visit with the last visit, so that a failure in between hides nothing', () => {
    expect(entries.map(({ runId, device, since }) => [runId, device?.status, since])).toEqual([
      ['one', 'visited', null],
      ['two', 'failed', 'one'],
      ['three', 'visited', 'one'],
    ]);
    expect(texts(entries[2]!.changes)).toEqual([
      'device changed: acc (osVersion 17.9 -> 17.12)',
      'link removed: acc Gi1 - dist Te1',
    ]);
  });

  it('goes on where nobody tells of it any more', () => {
    const gone = { runId: 'four', map: map([core, dist], before.links.slice(1)) };
    const all = deviceHistory(
      [...runs, gone],
      (devices) => devices.find(({ name }) => name === 'acc') ?? null,
    );
    expect(all[3]).toMatchObject({ device: null, since: 'three', links: [] });
    expect(texts(all[3]!.changes)).toEqual(['device unverified: acc']);
  });
});
