import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../lab/fault.ts';
import type { TruthDevice } from '../../../lab/truth.ts';
import type { Topology } from '../../../shared/model/link.ts';
import type { RunSummary } from '../../../shared/model/run.ts';
import type { SessionRecord } from '../../../shared/model/session-record.ts';
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
/** A few are enough for what takes its time. */
const SOME = ['eos-01', 'jun-03', 'vrp-02'] as const;
const FAULTS: readonly (readonly [string, Fault | undefined])[] = [
  ['a healthy device', undefined],
  ['a device that pages whatever it was told', 'pager-ignores-length'],
  ['a device that knows no structured output', 'text-only'],
  ['a device whose banner ends like a prompt', 'motd-hash'],
  ['a device that sends crumbs of three bytes', 'slow'],
];

describe.each(FAULTS)('%s that is a seed', (_title, fault) => {
  const names: readonly string[] = fault === 'slow' ? SOME : SEEDS;
  let walking: LabWalk;
  let summary: RunSummary;
  let map: Topology;
  let sessions: readonly SessionRecord[];

  beforeAll(async () => {
    const faults = Object.fromEntries(names.flatMap((name) => (fault ? [[name, fault]] : [])));
    walking = await startLabWalk({ topology: 'mixed', faults });
    const { lab, store } = walking;
    const seeds = names.map((name) => truthOf(name).addresses[0] ?? name);
    summary = await walking.walk({ seeds, maxDepth: 0, concurrency: 3, probeTimeoutSeconds: 30 });
    map = await loadTopology(store, lab.network);
    sessions = await store.listSessions(summary.runId);
  });
  afterAll(() => walking.close());

  const truthOf = (name: string): TruthDevice => {
    const truth = walking.lab.truth.devices.find((device) => device.name === name);
    if (!truth) throw new Error(`The lab has no ${name}.`);
    return truth;
  };

  test('leaves no session open on any of them', async () => {
    expect(summary).toMatchObject({ status: 'succeeded', targets: { failed: 0 }, failures: {} });
    expect(sessions).toHaveLength(names.length);
    expect(await openOnDevices(walking.lab)).toEqual({});
  });

  test.each(names)('%s is known by what it says, read in full and left gracefully', (name) => {
    const { platform, vendor, model, osVersion, serials, addresses } = truthOf(name);
    const [device, ...twins] = map.devices.filter((each) => each.visited && each.name === name);
    expect(twins).toEqual([]);
    expect(device).toMatchObject({ platform, vendor, model, osVersion });
    expect([...(device?.serials ?? [])].sort()).toEqual([...serials].sort());
    const links = walking.lab.truth.links.filter(({ a, b }) => a.device === name || b.device === name);
    const ports = links.map(({ a, b }) => (a.device === name ? a.port : b.port));
    const found = map.links.flatMap(({ a, b }) => [a, b]).filter(({ nodeId }) => nodeId === device?.nodeId);
    expect([...new Set(found.map(({ port }) => port))].sort()).toEqual(ports.sort());
    const own = sessions.filter(({ address }) => addresses.includes(address));
    expect(own.map(({ closedBy, proof }) => `${closedBy} ${proof}`)).toEqual(['graceful peer-fin']);
  });
});
