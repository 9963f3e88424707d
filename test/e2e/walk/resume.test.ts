import { afterEach, describe, expect, test } from 'vitest';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import { runLocally } from '../../../cli/engine/run-locally.ts';
import { startLab, type Lab, type LabOptions } from '../../../lab/start-lab.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { runSettingsSchema } from '../../../shared/config.ts';
import type { RunBasis, RunSettings, RunSummary } from '../../../shared/model/run.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { linkText } from '../../../shared/topology/run-map.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';
import { closedOf, openOnDevices, startLabWalk, type LabWalk } from './walk-lab.ts';

/** The map that a run kept, against the truth of its lab: every device visited, every link confirmed. */
async function expectTruth(store: Store, runId: string, { truth }: Lab): Promise<void> {
  const map = await store.getRunMap(runId);
  expect(map?.devices.map(({ name, status }) => `${name} ${status}`).sort()).toEqual(
    truth.devices.map(({ name }) => `${name} visited`).sort(),
  );
  const confirmed = map?.links.filter(({ status }) => status === 'confirmed').map(linkText);
  const cables = truth.links.map(({ a, b }) =>
    [`${a.device} ${a.port}`, `${b.device} ${b.port}`].sort().join(' - '),
  );
  expect(confirmed?.sort()).toEqual(cables.sort());
}

/** Both ends closed what was opened. */
async function expectClosed(summary: RunSummary, lab: Lab): Promise<void> {
  expect(closedOf(summary)).toBe(summary.sessions.opened);
  expect(summary.sessions).toMatchObject({ leaked: 0, unconfirmed: 0 });
  expect(await openOnDevices(lab)).toEqual({});
}

describe('a walk that was interrupted', () => {
  let walking: LabWalk;
  afterEach(() => walking.close());

  test('is gone on with: nothing is dialled twice, and the map is the whole one', async () => {
    walking = await startLabWalk({ topology: 'campus', size: 12 });
    const { lab, store } = walking;
    const interrupt = new AbortController();
    let visited = 0;
    const first = await walking.walk({ concurrency: 2 }, interrupt.signal, (event) => {
      if (event.type === 'probe-finished' && (visited += 1) === 4) interrupt.abort();
    });
    expect(first.status).toBe('aborted');
    await expectClosed(first, lab);
    const before = await store.listTargets(first.runId);
    const done = before.filter(({ outcome }) => outcome?.kind === 'visited');
    expect(done.length).toBeGreaterThanOrEqual(3);

    const next = await walking.walk({ basis: { run: 'latest', visit: 'unvisited' } });
    expect(next).toMatchObject({
      status: 'succeeded',
      devices: lab.truth.devices.length,
      carriedOver: { from: first.runId, visited: done.length },
      drift: null,
    });
    await expectClosed(next, lab);
    await expectTruth(store, next.runId, lab);
    const dialled = new Set((await store.listSessions(next.runId)).map(({ targetId }) => targetId));
    expect(done.filter(({ targetId }) => dialled.has(targetId))).toEqual([]);
    // Depth and who told are those of the first run.
    const after = new Map((await store.listTargets(next.runId)).map((target) => [target.targetId, target]));
    for (const { targetId, depth, toldBy, seed } of before) {
      expect(after.get(targetId)).toMatchObject({ depth, toldBy, seed });
    }

    // Nothing is left: such a run opens no session, and its map is the same.
    const idle = await walking.walk({ basis: { run: next.runId, visit: 'unvisited' } });
    expect(idle).toMatchObject({ status: 'succeeded', waves: 0, sessions: { opened: 0 } });
    expect(idle.drift).toMatchObject({
      previousRunId: next.runId,
      added: 0,
      removed: 0,
      changed: 0,
      unverified: 0,
    });
    expect(idle.targets).toEqual(next.targets);
  });
});

const SIZE = 4;

describe('a network that is known', () => {
  let table: TestTable;
  afterEach(() => table.close());

  async function walk(
    options: Partial<LabOptions>,
    basis: RunBasis | null,
    more: Partial<RunSettings> = {},
  ): Promise<RunSummary> {
    const lab = await startLab({ topology: 'line', size: SIZE, ...options });
    const { seeds, scope } = lab;
    const said = {
      network: 'known',
      seeds,
      scope,
      lines: { retries: 0 },
      ...more,
      ...(basis ? { basis } : {}),
    };
    const { summary } = await runLocally({
      store: table.store,
      settings: runSettingsSchema.parse(said) as RunSettings,
      credentials: staticCredentials(lab.credential),
      dialer: mappedDialer(lab.dialMap),
      onEvent: () => undefined,
      interrupted: new AbortController().signal,
    });
    await expectClosed(summary, lab);
    if (summary.devices === SIZE) await expectTruth(table.store, summary.runId, lab);
    await lab.close();
    return summary;
  }

  test('only what failed is visited, and what it leads to; then only what is stale; a failure takes nothing off the map', async () => {
    table = await startTable();
    const broken = await walk({ faults: { 'line-003': 'refused' } }, null);
    expect(broken).toMatchObject({ devices: 2, targets: { failed: 1 } });

    const mended = await walk({}, { run: 'latest', visit: 'failed' });
    expect(mended).toMatchObject({ devices: SIZE, targets: { failed: 0 } });
    expect(mended.carriedOver).toMatchObject({ from: broken.runId, visited: 2, failed: 0 });

    const [old] = (await table.store.listDevices('known')).filter(({ name }) => name === 'line-004');
    const longAgo = Date.now() - 8 * 86_400_000;
    await table.store.saveDevice({ ...old!, lastSeenAt: longAgo });
    const stale = { run: 'latest', visit: 'stale', staleSeconds: 7 * 86_400 } as const;
    const failing = await walk({ faults: { 'line-004': 'wrong-password' } }, stale);
    expect(failing).toMatchObject({ devices: SIZE - 1, targets: { failed: 1 }, sessions: { opened: 1 } });
    expect(failing.drift).toMatchObject({ previousRunId: mended.runId, added: 0, removed: 0 });

    const refreshed = await walk({}, stale);
    expect(refreshed).toMatchObject({
      devices: SIZE,
      sessions: { opened: 1 },
      carriedOver: { visited: SIZE - 1 },
    });
  });

  test('a walk that ended at its depth goes on when it may go deeper', async () => {
    table = await startTable();
    const shallow = await walk({}, null, { maxDepth: 1 });
    expect(shallow.devices).toBe(2);
    const deep = await walk({}, { run: shallow.runId, visit: 'unvisited' }, { maxDepth: null });
    expect(deep).toMatchObject({ devices: SIZE, carriedOver: { visited: 2 } });
  });
});
