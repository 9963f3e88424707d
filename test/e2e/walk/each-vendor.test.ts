import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../../lab/fault.ts';
import { loadTopology } from '../../../shared/steps/load-topology.ts';
import { openOnDevices, startLabWalk, type LabWalk } from './walk-lab.ts';

/** One of each kind, as a seed: nobody told what it is. */
const SEEDS = [
  'nx-01',
  'eos-01',
  'jun-01',
  'jun-02',
  'jun-03',
  'xr-01',
  'eos-02',
  'cx-01',
  'cw-01',
  'cw-02',
  'vrp-01',
  'vrp-02',
  'pa-01',
  'pa-02',
] as const;
/** One of a kind is enough for what takes its time. */
const ONE_OF_EACH = ['eos-01', 'jun-03', 'xr-01', 'cx-01', 'cw-02', 'vrp-02', 'pa-01'] as const;
const FAULTS: readonly (readonly [string, Fault | undefined])[] = [
  ['a healthy device', undefined],
  ['a device that pages whatever it was told', 'pager-ignores-length'],
  ['a device that knows no structured output', 'text-only'],
  ['a device whose banner ends like a prompt', 'motd-hash'],
  ['a device that sends byte by byte', 'slow'],
];

let walking: LabWalk;
afterEach(() => walking.close());

describe.each(FAULTS)('%s that is a seed', (_title, fault) => {
  test.each(fault === 'slow' ? ONE_OF_EACH : SEEDS)(
    '%s is known by what it says, read in full and left gracefully',
    async (name) => {
      walking = await startLabWalk({ topology: 'mixed', ...(fault ? { faults: { [name]: fault } } : {}) });
      const { lab, store } = walking;
      const truth = lab.truth.devices.find((device) => device.name === name);
      const links = lab.truth.links.filter(({ a, b }) => a.device === name || b.device === name);
      const summary = await walking.walk({ seeds: truth?.addresses.slice(0, 1) ?? [], maxDepth: 0 });
      expect(summary).toMatchObject({ status: 'succeeded', targets: { failed: 0 }, failures: {} });
      const map = await loadTopology(store, lab.network);
      const [device] = map.devices.filter(({ visited }) => visited);
      const { platform, vendor, model, osVersion, serials } = truth ?? {};
      expect(device).toMatchObject({ platform, vendor, model, osVersion });
      expect([...(device?.serials ?? [])].sort()).toEqual([...(serials ?? [])].sort());
      const ports = links.map(({ a, b }) => (a.device === name ? a.port : b.port));
      const found = map.links.map(({ a, b }) => (a.nodeId === device?.nodeId ? a.port : b.port));
      expect([...new Set(found)].sort()).toEqual(ports.sort());
      const sessions = await store.listSessions(summary.runId);
      expect(sessions.map(({ closedBy, proof }) => `${closedBy} ${proof}`)).toEqual(['graceful peer-fin']);
      expect(await openOnDevices(lab)).toEqual({});
    },
    60_000,
  );
});
