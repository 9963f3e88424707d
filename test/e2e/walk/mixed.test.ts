import { afterEach, describe, expect, test } from 'vitest';
import type { TopologyNode } from '../../../shared/model/link.ts';
import { loadTopology } from '../../../shared/steps/load-topology.ts';
import { openOnDevices, startLabWalk, type LabWalk } from './walk-lab.ts';

let walking: LabWalk;
afterEach(() => walking.close());

const stated = (device: Omit<TopologyNode, 'nodeId' | 'visited'>) => ({
  name: device.name.split('.')[0],
  platform: device.platform,
  vendor: device.vendor,
  model: device.model,
  osVersion: device.osVersion,
  serials: [...device.serials].sort(),
});

const byName = (a: { name: string | undefined }, b: { name: string | undefined }): number =>
  (a.name ?? '') < (b.name ?? '') ? -1 : 1;

const ends = ({ a, b }: { a: { device: string; port: string | null }; b: typeof a }): string =>
  [a, b]
    .map(({ device, port }) => `${device.split('.')[0]} ${port}`)
    .sort()
    .join(' = ');

describe('a walk among many vendors', () => {
  test('finds every device with vendor, model, version and serial numbers, and every link with both ports', async () => {
    walking = await startLabWalk({ topology: 'mixed' });
    const { lab, store } = walking;
    const summary = await walking.walk();
    expect(summary).toMatchObject({
      status: 'succeeded',
      devices: lab.truth.devices.length,
      targets: { failed: 0 },
      sessions: { leaked: 0, unconfirmed: 0 },
      failures: {},
    });
    const map = await loadTopology(store, lab.network);
    expect(map.devices.map(stated).sort(byName)).toEqual(lab.truth.devices.map(stated).sort(byName));
    expect(map.links.map(ends).sort()).toEqual(lab.truth.links.map(ends).sort());
    expect(map.links.filter(({ status }) => status !== 'confirmed')).toEqual([]);
    const sessions = await store.listSessions(summary.runId);
    const platforms = new Map(
      lab.truth.devices.flatMap((one) => one.addresses.map((at) => [at, one.platform])),
    );
    expect(sessions.filter(({ proof }) => proof !== 'peer-fin')).toEqual([]);
    // After an exec channel there is no CLI to leave.
    const ungraceful = sessions.filter(({ closedBy }) => closedBy !== 'graceful');
    expect(new Set(ungraceful.map(({ address }) => platforms.get(address)))).toEqual(new Set(['linux']));
    expect(await openOnDevices(lab)).toEqual({});
  });
});
