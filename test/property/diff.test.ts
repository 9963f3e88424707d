import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapChange, MappedDevice, MappedLink, RunMap } from '../../shared/model/run-map.ts';
import { applyChanges, comparedOf } from '../../shared/topology/apply-changes.ts';
import { diffMaps } from '../../shared/topology/diff-maps.ts';
import { linkKey } from '../../shared/topology/run-map.ts';

// Few values, so that two maps have much in common: two names for three devices, one serial number in two, ports in two spellings.
const ids = ['serial:a', 'serial:b', 'serial:c', 'stub:core-1', 'stub:10.0.0.7', 'stub:acc-1'];
const device = fc
  .record({
    id: fc.constantFrom(...ids),
    name: fc.constantFrom('core-1', 'core-1.example.com', 'acc-1', 'acc-2', 'Switch', '10.0.0.7'),
    status: fc.constantFrom('visited' as const, 'visited' as const, 'failed' as const, 'told' as const),
    platform: fc.constantFrom('cisco_ios', null),
    model: fc.constantFrom('C9300', null),
    osVersion: fc.constantFrom('17.9', '17.12', null),
    serials: fc.subarray(['FOC1', 'FOC2']),
    addresses: fc.subarray(['10.0.0.7', '10.0.0.8']),
  })
  .map(({ status, ...rest }): MappedDevice => ({
    ...rest,
    ...(status === 'visited' ? {} : { platform: null, model: null, osVersion: null, serials: [] }),
    ...{
      status,
      at: status === 'told' ? null : 1,
      target: null,
      why: status === 'failed' ? 'refused' : null,
    },
  }));
const port = fc.constantFrom('Gi1/0/1', 'GigabitEthernet1/0/1', 'Gi1/0/2', 'eth0', null);
const cable = fc.record({
  ends: fc.tuple(fc.nat(), fc.nat()),
  ports: fc.tuple(port, port),
  status: fc.constantFrom('confirmed' as const, 'one-sided' as const, 'conflicting' as const),
  silent: fc.boolean(),
});

type Cable = typeof cable extends fc.Arbitrary<infer T> ? T : never;

function mapOf(devices: readonly MappedDevice[], cables: readonly Cable[]): RunMap {
  const links = cables.flatMap(({ ends, ports, status, silent }): MappedLink[] => {
    const [one, other] = [devices[ends[0] % devices.length], devices[ends[1] % devices.length]];
    if (!one || !other) return [];
    const a = { id: one.id, device: one.name, port: ports[0] };
    const b = { id: other.id, device: other.name, port: ports[1] };
    const speakers = [
      ...(one.status === 'visited' && !silent ? (['a'] as const) : []),
      ...(other.status === 'visited' ? (['b'] as const) : []),
    ];
    return [{ a, b, status, told: speakers.map((end) => ({ end, protocols: ['lldp'] as const })) }];
  });
  return { devices, links: [...new Map(links.map((link) => [linkKey(link), link])).values()] };
}

const maps: fc.Arbitrary<RunMap> = fc
  .tuple(
    fc.uniqueArray(device, { selector: ({ id }) => id, maxLength: 6 }),
    fc.array(cable, { maxLength: 10 }),
  )
  .map(([devices, cables]) => mapOf(devices, cables));

/** A change told from both sides: what it was and what it is. */
function sides(change: MapChange): readonly [string, string] {
  if (change.what === 'device') return [change.before?.id ?? '-', change.after?.id ?? '-'];
  return [change.before ? linkKey(change.before) : '-', change.after ? linkKey(change.after) : '-'];
}

const GONE = ['removed', 'unverified'];
const STILL = ['changed', 'unverified'];

describe('the difference of two maps', () => {
  it('is nothing between a map and itself', () => {
    fc.assert(
      fc.property(maps, (map) => {
        expect(diffMaps(map, map)).toEqual([]);
      }),
    );
  });

  it('makes the second of the first when it is applied, and is empty only where both say the same', () => {
    fc.assert(
      fc.property(maps, maps, (before, after) => {
        const changes = diffMaps(before, after);
        expect(comparedOf(applyChanges(before, changes))).toEqual(comparedOf(after));
        if (changes.length === 0) expect(comparedOf(before)).toEqual(comparedOf(after));
      }),
      { numRuns: 400 },
    );
  });

  it('mirrors: what one way was added is the other way not there any more, and what changed changed back', () => {
    fc.assert(
      fc.property(maps, maps, (one, other) => {
        const there = diffMaps(one, other);
        const back = new Map(diffMaps(other, one).map((change) => [sides(change).join('|'), change]));
        expect(back.size).toBe(there.length);
        for (const change of there) {
          const [was, is] = sides(change);
          const mirror = back.get(`${is}|${was}`);
          expect([mirror?.before, mirror?.after]).toEqual([change.after, change.before]);
          expect([...(mirror?.fields ?? [])].sort()).toEqual([...change.fields].sort());
          const expected = change.before && change.after ? STILL : change.after ? GONE : ['added'];
          expect(expected).toContain(mirror?.change);
          if (!change.before) expect(change.change).toBe('added');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('removes nothing on the word of who was not visited again, and says of each end what it said', () => {
    fc.assert(
      fc.property(maps, maps, (before, after) => {
        for (const { what, change, evidence, ...sides } of diffMaps(before, after)) {
          if (change !== 'removed') continue;
          expect(sides.after).toBeNull();
          expect(
            evidence.filter(({ run, says }) => run === 'after' && says === 'silent').length,
          ).toBeGreaterThan(0);
          expect(evidence.filter(({ says }) => says === 'failed')).toEqual([]);
          // The device itself, or the end of a link, that nobody told of.
          const unheard = evidence.filter(({ says }) => says === 'unheard');
          expect(unheard.length).toBeLessThanOrEqual(1);
          if (what === 'device') expect(unheard.length).toBe(1);
        }
      }),
      { numRuns: 400 },
    );
  });
});
