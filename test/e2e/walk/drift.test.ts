import { afterAll, beforeAll, expect, it } from 'vitest';
import { runLocally } from '../../../cli/engine/run-locally.ts';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import { startLab, type LabOptions } from '../../../lab/start-lab.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { runSettingsSchema } from '../../../shared/config.ts';
import type { MappedDevice } from '../../../shared/model/run-map.ts';
import type { RunSettings, RunSummary } from '../../../shared/model/run.ts';
import type { RunEvent } from '../../../shared/ports/events.ts';
import { diffMaps } from '../../../shared/topology/diff-maps.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';
import { openOnDevices } from './walk-lab.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.close());

async function walk(options: LabOptions): Promise<{ summary: RunSummary; events: RunEvent[] }> {
  const lab = await startLab(options);
  const events: RunEvent[] = [];
  const { seeds, scope } = lab;
  const network = 'drift';
  const { summary } = await runLocally({
    store: table.store,
    settings: runSettingsSchema.parse({ network, seeds, scope, lines: { retries: 0 } }) as RunSettings,
    credentials: staticCredentials(lab.credential),
    dialer: mappedDialer(lab.dialMap),
    onEvent: (event) => events.push(event),
    interrupted: new AbortController().signal,
  });
  expect(await openOnDevices(lab)).toEqual({});
  await lab.close();
  return { summary, events };
}

it('a run is compared with the one before: a device that failed takes nothing off the map, one that is gone does', async () => {
  const first = await walk({ topology: 'line', size: 6 });
  expect(first.summary.drift).toBeNull();
  const same = await walk({ topology: 'line', size: 6 });
  expect(same.summary.drift).toEqual({
    previousRunId: first.summary.runId,
    ...{ added: 0, removed: 0, changed: 0, unverified: 0 },
  });
  expect(same.events.filter(({ type }) => type === 'topology-changed')).toEqual([]);

  const broken = await walk({ topology: 'line', size: 6, faults: { 'line-006': 'refused' } });
  const [one, two] = await Promise.all(
    [same, broken].map(({ summary }) => table.store.getRunMap(summary.runId)),
  );
  const changes = one && two ? diffMaps(one, two) : [];
  expect(changes.filter(({ change }) => change === 'removed')).toEqual([]);
  const failed = changes.find((change) => change.what === 'device');
  expect(failed).toMatchObject({ change: 'unverified', device: 'line-006', fields: ['status'] });
  expect(failed?.evidence).toContainEqual(
    expect.objectContaining({ run: 'after', device: 'line-006', says: 'failed', why: 'refused' }),
  );
  const cables = changes.filter(({ what }) => what === 'link');
  expect(cables.map(({ change }) => change)).toEqual(['unverified']);
  expect(broken.events.find(({ type }) => type === 'topology-changed')).toMatchObject({
    drift: { previousRunId: same.summary.runId },
  });

  // Once there was one device more behind line-001, and a cable to it.
  const once = two ?? { devices: [], links: [] };
  const line1 = once.devices.find(({ name }) => name === 'line-001');
  const ghost: MappedDevice = {
    ...({ id: 'stub:ghost', name: 'ghost', status: 'told' } as const),
    ...{ at: null, target: null, why: null },
    ...{ platform: null, model: null, osVersion: null, serials: [], addresses: [] },
  };
  const cable = {
    a: { id: 'stub:ghost', device: 'ghost', port: 'eth0' },
    b: { id: line1?.id ?? '', device: 'line-001', port: 'eth9' },
    status: 'one-sided',
    told: [{ end: 'b', protocols: ['lldp'] }],
  } as const;
  await table.store.saveRunMap(broken.summary.runId, {
    devices: [...once.devices, ghost],
    links: [...once.links, cable],
  });
  const repaired = await walk({ topology: 'line', size: 6 });
  expect(repaired.summary.drift).toMatchObject({
    previousRunId: broken.summary.runId,
    removed: 2,
    unverified: 0,
  });
  const told = repaired.events.find((event) => event.type === 'topology-changed');
  expect(told?.changes).toEqual(
    expect.arrayContaining(['device removed: ghost', 'link removed: ghost eth0 - line-001 eth9']),
  );
  expect(repaired.summary.estimatedUsd).toBeGreaterThan(0);

  // A seed that shows another host key: nobody was visited, and nothing is said to be gone.
  const nobody = await walk({ topology: 'line', size: 6, faults: { 'line-001': 'host-key-changed' } });
  expect(nobody.summary.drift).toMatchObject({ added: 0, removed: 0, changed: 0 });
  expect(nobody.summary.drift?.unverified).toBeGreaterThan(5);
});
