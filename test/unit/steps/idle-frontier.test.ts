import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { planWave } from '../../../shared/steps/plan-wave.ts';
import { startRun, type StartRunPorts } from '../../../shared/steps/start-run.ts';
import { target } from '../../contract/store-fixtures.ts';
import { manualClock } from '../../helpers/manual-clock.ts';
import { recordedEvents } from '../../helpers/recorded-events.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';

let table: TestTable;
let clock: ReturnType<typeof manualClock>;
let ports: StartRunPorts;
let runId: string;
let count = 0;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.close());
beforeEach(async () => {
  count += 1;
  runId = `run-${count}`;
  clock = manualClock();
  ports = { store: table.store, clock, events: recordedEvents(), resolver: { lookup: async () => [] } };
  const input = { network: `net-${count}`, seeds: ['10.0.0.1'], scope: ['10.0.0.0/24'] };
  await startRun(ports, { runId, input });
});

describe('a probe function that never begins', () => {
  test('ends the run after three waves instead of a thousand', async () => {
    const plan = (wave: number) => planWave(ports, { runId, wave, concurrency: 5 });
    for (const wave of [0, 1, 2]) expect(await plan(wave)).toMatchObject({ next: 'probe' });
    await expect(plan(3)).rejects.toMatchObject({ name: 'ProbesNotStarting' });
  });

  test('is told apart from a chain of devices, of which every wave finds one', async () => {
    const { store } = table;
    for (let hop = 1; hop <= 12; hop += 1) {
      const targetId = `10.0.0.${hop}`;
      const { items } = await planWave(ports, { runId, wave: hop - 1, concurrency: 5 });
      expect(items).toEqual([{ runId, targetId }]);
      const owner = `probe-${hop}`;
      await store.claim(runId, targetId, { owner, now: clock.now(), leaseUntil: clock.now() + 30_000 });
      const next = `10.0.0.${hop + 1}`;
      await store.enqueue({ ...target(runId, next, { depth: hop }), seed: false });
      const outcome = { kind: 'visited', deviceId: `d${hop}` } as const;
      await store.finishTarget(runId, targetId, { owner, outcome, finishedAt: clock.now(), durationMs: 1 });
    }
  });

  test('is told apart from targets that are put off, which wait for their time and no longer', async () => {
    const { store } = table;
    const lease = { owner: 'probe', now: clock.now(), leaseUntil: clock.now() + 30_000 };
    for (const wave of [0, 1, 2, 3, 4]) {
      expect(await planWave(ports, { runId, wave, concurrency: 5 })).toMatchObject({ next: 'probe' });
      await store.claim(runId, '10.0.0.1', lease);
      const later = { owner: 'probe', notBefore: clock.now() + 7_000, reason: 'busy' };
      expect(await store.deferTarget(runId, '10.0.0.1', later)).toBe(true);
      expect(await store.deferTarget(runId, '10.0.0.1', later)).toBe(false);
      const waits = await planWave(ports, { runId, wave, concurrency: 5 });
      expect(waits).toMatchObject({ next: 'wait', waitSeconds: 7, items: [] });
      clock.advance(7_000);
    }
    expect(await store.getTarget(runId, '10.0.0.1')).toMatchObject({ attempts: 0, deferrals: 5 });
  });
});
