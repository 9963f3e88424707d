import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapChange, MappedLink, RunMap } from '../../shared/model/run-map.ts';
import { compareText } from '../../shared/topology/compare-text.ts';
import { applyChanges, diffMaps } from '../../shared/topology/diff-maps.ts';
import { endText, linkText } from '../../shared/topology/run-map.ts';

const name = fc.constantFrom('core-1', 'dist-1', 'dist-2', 'acc-1', 'acc-2', 'srv-1');
const port = fc.constantFrom('Gi1/0/1', 'Gi1/0/2', 'eth0', null);
const device = fc.record({
  name,
  visited: fc.boolean(),
  platform: fc.constantFrom('cisco_ios', 'linux', null),
  model: fc.constantFrom('C9300', null),
  osVersion: fc.constantFrom('17.9', '17.12', null),
  serials: fc.subarray(['FOC1', 'FOC2']),
});
const link = fc
  .record({
    one: fc.record({ device: name, port }),
    other: fc.record({ device: name, port }),
    status: fc.constantFrom('confirmed' as const, 'one-sided' as const, 'conflicting' as const),
  })
  .map(({ one, other, status }): MappedLink => {
    const [a, b] = [one, other].sort((x, y) => compareText(endText(x), endText(y)));
    return { a: a ?? one, b: b ?? other, status };
  });
const maps: fc.Arbitrary<RunMap> = fc
  .record({
    devices: fc.uniqueArray(device, { selector: (each) => each.name, maxLength: 6 }),
    links: fc.uniqueArray(link, { selector: linkText, maxLength: 8 }),
  })
  .map(({ devices, links }) => ({
    devices: [...devices].sort((a, b) => compareText(a.name, b.name)),
    links: [...links].sort((a, b) => compareText(linkText(a), linkText(b))),
  }));

const keyOf = (change: MapChange): string =>
  `${change.what} ${change.what === 'device' ? change.device : change.link}`;

describe('the difference of two maps', () => {
  it('is nothing between a map and itself', () => {
    fc.assert(
      fc.property(maps, (map) => {
        expect(diffMaps(map, map)).toEqual([]);
      }),
    );
  });

  it('makes the second of the first when it is applied', () => {
    fc.assert(
      fc.property(maps, maps, (before, after) => {
        expect(applyChanges(before, diffMaps(before, after))).toEqual(after);
      }),
    );
  });

  it('mirrors: what one way was added is the other way not there any more, and what changed changed back', () => {
    fc.assert(
      fc.property(maps, maps, (one, other) => {
        const there = new Map(diffMaps(one, other).map((change) => [keyOf(change), change]));
        const back = new Map(diffMaps(other, one).map((change) => [keyOf(change), change]));
        expect([...there.keys()].sort()).toEqual([...back.keys()].sort());
        for (const [key, change] of there) {
          const mirror = back.get(key);
          expect([mirror?.before, mirror?.after]).toEqual([change.after, change.before]);
          if (change.change === 'added') expect(['removed', 'unverified']).toContain(mirror?.change);
          if (change.change === 'changed') expect(mirror?.change).toBe('changed');
        }
      }),
    );
  });

  it('removes nothing on the word of a device that was not visited again', () => {
    fc.assert(
      fc.property(maps, maps, (before, after) => {
        const isVisited = new Set(after.devices.filter(({ visited }) => visited).map((each) => each.name));
        const wasVisited = new Set(before.devices.filter(({ visited }) => visited).map((each) => each.name));
        for (const change of diffMaps(before, after)) {
          if (change.what !== 'link' || change.change !== 'removed' || !change.before) continue;
          const tellers = [change.before.a.device, change.before.b.device].filter((each) =>
            wasVisited.has(each),
          );
          for (const teller of tellers) expect(isVisited).toContain(teller);
        }
      }),
    );
  });
});
