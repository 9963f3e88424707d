import { afterEach, describe, expect, test } from 'vitest';
import type { Topology } from '../../../lab/lab-name.ts';
import type { Topology as NetworkMap } from '../../../shared/model/link.ts';
import { loadTopology } from '../../../shared/steps/load-topology.ts';
import { closedOf, openOnDevices, startLabWalk, type LabWalk } from './walk-lab.ts';

/** `NETWALKER_LAB_FULL=1` walks the sizes of the bar: line:60, ring:30, datacenter:80. */
const full = process.env['NETWALKER_LAB_FULL'] !== undefined;
const SIZES: readonly (readonly [Topology, number])[] = [
  ['campus', 40],
  // As many targets in each wave.
  ['line', 3],
  ['line', full ? 60 : 12],
  ['ring', full ? 30 : 12],
  ['datacenter', full ? 80 : 24],
];

let walking: LabWalk;
afterEach(() => walking.close());

const linkNames = (map: Pick<NetworkMap, 'links'>): readonly string[] =>
  map.links
    .map(
      ({ a, b, status }) =>
        `${[a, b]
          .map(({ device, port }) => `${device} ${port}`)
          .sort()
          .join(' = ')} ${status}`,
    )
    .sort();

describe('a walk of the lab', () => {
  test.each(SIZES)(
    'finds exactly the truth of %s:%i, and again on the same data',
    async (topology, size) => {
      walking = await startLabWalk({ topology, size });
      const { lab, store } = walking;
      for (const round of [1, 2]) {
        const summary = await walking.walk();
        expect(summary, `round ${round}`).toMatchObject({
          status: 'succeeded',
          devices: lab.truth.devices.length,
          links: lab.truth.links.length,
          targets: { failed: 0 },
          sessions: { leaked: 0, unconfirmed: 0 },
          failures: {},
        });
        expect(closedOf(summary)).toBe(summary.sessions.opened);
        expect(await openOnDevices(lab)).toEqual({});
        const map = await loadTopology(store, lab.network);
        expect(map.devices.map(({ name }) => name).sort()).toEqual(
          lab.truth.devices.map(({ name }) => name).sort(),
        );
        expect(map.devices.every(({ visited }) => visited)).toBe(true);
        const truth = lab.truth.links.map((link) => ({ ...link, status: 'confirmed' }));
        expect(linkNames(map)).toEqual(linkNames({ links: truth as never }));
      }
    },
    120_000,
  );
});
