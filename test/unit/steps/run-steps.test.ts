import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { finishRun } from '../../../shared/steps/finish-run.ts';
import { planWave } from '../../../shared/steps/plan-wave.ts';
import { reapSessions } from '../../../shared/steps/reap-sessions.ts';
import { startRun, type StartRunPorts } from '../../../shared/steps/start-run.ts';
import { session } from '../../contract/store-fixtures.ts';
import { manualClock } from '../../helpers/manual-clock.ts';
import { recordedEvents } from '../../helpers/recorded-events.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';

const NAMES: Record<string, readonly string[]> = { 'core.example.com': ['10.9.9.9', '10.0.0.9'] };
const settings = { network: 'n', seeds: ['10.0.0.1'], scope: ['10.0.0.0/24'] };

let table: TestTable;
let clock: ReturnType<typeof manualClock>;
let events: ReturnType<typeof recordedEvents>;
let ports: StartRunPorts;
let count = 0;
let runId: string;
let network: string;

beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.close());
beforeEach(() => {
  count += 1;
  runId = `run-${count}`;
  network = `net-${count}`;
  clock = manualClock();
  events = recordedEvents();
  ports = { store: table.store, clock, events, resolver: { lookup: async (name) => NAMES[name] ?? [] } };
});

const start = (more: object = {}) => startRun(ports, { runId, input: { ...settings, network, ...more } });

describe('starting a run', () => {
  test('refuses settings that cannot be, and says what is wrong', async () => {
    await expect(start({ scope: [] })).rejects.toThrow('name at least one CIDR');
    await expect(start({ scope: ['10.0.0.0/99'] })).rejects.toThrow('not a CIDR');
    await expect(start({ concurrency: 0 })).rejects.toMatchObject({ code: 'UsageError' });
  });

  test('refuses a second run of the network while the first is alive, and lets it in when the lock ran out', async () => {
    await start();
    const second = { runId: `${runId}-b`, input: { ...settings, network } };
    await expect(startRun(ports, second)).rejects.toMatchObject({ code: 'RunLockedError' });
    clock.advance(31 * 60_000);
    await expect(startRun(ports, second)).resolves.toMatchObject({ wave: 0 });
  });

  test('repeats without a second run or target, as a retried invocation does', async () => {
    expect(await start()).toEqual(await start());
    expect(await table.store.listTargets(runId)).toHaveLength(1);
  });

  test('records a seed outside the scope and a name without an address, and dials neither', async () => {
    await start({ seeds: ['10.0.0.1', '192.0.2.1', 'core.example.com', 'nowhere.example.com'] });
    const targets = await table.store.listTargets(runId);
    const status = Object.fromEntries(targets.map((target) => [target.targetId, target.status]));
    expect(status).toEqual({
      '10.0.0.1': 'pending',
      '192.0.2.1': 'skipped',
      '10.0.0.9': 'pending',
      'name:nowhere.example.com': 'failed',
    });
  });

  test('narrows what is deployed and never widens it', async () => {
    const deployed = { ...settings, network, scope: ['10.0.0.0/24'], concurrency: 10 };
    ports = { ...ports, deployedSettings: deployed };
    await expect(start({ scope: ['10.0.0.0/16'] })).rejects.toThrow('never widen it');
    await expect(start({ scope: ['10.0.0.0/28'], concurrency: 500 })).resolves.toMatchObject({
      concurrency: 10,
    });
  });
});

describe('planning a wave', () => {
  const plan = () => planWave(ports, { runId, wave: 0, concurrency: 5 });
  const claim = (owner: string) =>
    table.store.claim(runId, '10.0.0.1', { owner, now: clock.now(), leaseUntil: clock.now() + 30_000 });

  test('hands out the frontier, waits for a lost probe, gives its target back twice and then abandons it', async () => {
    await start();
    expect(await plan()).toMatchObject({ next: 'probe', wave: 1, items: [{ runId, targetId: '10.0.0.1' }] });
    for (const attempt of [1, 2]) {
      await claim(`probe-${attempt}`);
      expect(await plan()).toMatchObject({ next: 'wait', waitSeconds: 30 });
      clock.advance(30_001);
      expect(await plan()).toMatchObject({ next: 'probe' });
    }
    await claim('probe-3');
    clock.advance(30_001);
    expect(await plan()).toMatchObject({ next: 'done' });
    const target = await table.store.getTarget(runId, '10.0.0.1');
    expect(target).toMatchObject({ status: 'abandoned', outcome: { class: 'abandoned' } });
  });

  test('hands out no more than can be visited while the lock of the network stands, however slow the devices are', async () => {
    await start({ seeds: Array.from({ length: 200 }, (_, n) => `10.0.0.${n + 1}`) });
    const { items } = await planWave(ports, { runId, wave: 0, concurrency: 2 });
    expect(items.length).toBeGreaterThanOrEqual(40);
    expect((items.length / 2) * 45_000).toBeLessThan(30 * 60_000);
  });

  test('ends a run that stood still for so long that another one has its network', async () => {
    await start();
    clock.advance(31 * 60_000);
    await startRun(ports, { runId: `${runId}-b`, input: { ...settings, network } });
    await expect(plan()).rejects.toMatchObject({ name: 'NetworkLockLost' });
  });

  test('stops after 1,000 waves and says so', async () => {
    await start();
    expect(await planWave(ports, { runId, wave: 1_000, concurrency: 5 })).toMatchObject({
      next: 'truncated',
    });
  });

  test('keeps a page of long ids under 200 KB', async () => {
    await start();
    const long = 'x'.repeat(400);
    await Promise.all(
      Array.from({ length: 700 }, (_, index) =>
        table.store.enqueue({
          runId,
          targetId: `${index}-${long}`,
          address: '10.0.0.2',
          port: 22,
          depth: 1,
          seed: false,
          toldBy: null,
          status: 'pending',
          attempts: 0,
          enqueuedAt: 1,
        }),
      ),
    );
    const { items } = await planWave(ports, { runId, wave: 0, concurrency: 50 });
    expect(items.length).toBeGreaterThan(100);
    expect(items.length).toBeLessThan(700);
    expect(Buffer.byteLength(JSON.stringify(items))).toBeLessThanOrEqual(200_100);
  });
});

describe('the reaper', () => {
  const row = (id: string, deadline: number) =>
    session(runId, id, { network, deadline, requestId: `request-${id}`, targetId: '10.0.0.1' });

  test('flags what is past deadline and grace, once, with evidence, and gives the target back', async () => {
    await start();
    await table.store.claim(runId, '10.0.0.1', {
      owner: 'request-late',
      now: clock.now(),
      leaseUntil: clock.now() + 20_000,
    });
    await table.store.sessionOpening(row(`late`, clock.now() + 20_000));
    clock.advance(29_000);
    expect(await reapSessions(ports, { runId })).toMatchObject({ flagged: 0, leaked: 0 });
    clock.advance(2_000);
    expect(await reapSessions(ports, { runId })).toMatchObject({
      flagged: 1,
      leaked: 1,
      verdict: 'continue',
    });
    expect(await reapSessions(ports, { runId })).toMatchObject({ flagged: 0, leaked: 1 });
    const flagged = await table.store.getSession({ runId, sessionId: 'late' });
    expect(flagged?.state).toBe('leaked');
    expect(flagged?.leakEvidence).toContain('invocation request-late did not close');
    expect(await table.store.getTarget(runId, '10.0.0.1')).toMatchObject({ status: 'pending' });
    expect(events.all.filter(({ type }) => type === 'session-leaked')).toHaveLength(1);
  });

  test('never flags a session that closed, however late it looks', async () => {
    await start();
    await table.store.sessionOpening(row('closed', clock.now()));
    const report = {
      closedBy: 'graceful',
      proof: 'peer-fin',
      closedAt: 1,
      durationMs: 1,
      closeMs: 1,
    } as const;
    await table.store.sessionClosed({ runId, sessionId: 'closed' }, report);
    clock.advance(3_600_000);
    expect(await reapSessions(ports, { runId })).toMatchObject({ leaked: 0 });
  });

  test('cools down once above the first threshold and aborts above the second', async () => {
    await start({ leaks: { coolDown: 1, abort: 3 } });
    const leak = async (id: string) => table.store.sessionOpening(row(id, clock.now() - 60_000));
    await leak('a');
    await leak('b');
    expect(await reapSessions(ports, { runId })).toMatchObject({ verdict: 'cool-down', coolDowns: 1 });
    expect(await reapSessions(ports, { runId, coolDowns: 1 })).toMatchObject({
      verdict: 'continue',
      coolDowns: 0,
    });
    await leak('c');
    await leak('d');
    expect(await reapSessions(ports, { runId })).toMatchObject({ verdict: 'abort', leaked: 4 });
  });
});

describe('a function that cannot even mark the sessions that it looks for', () => {
  test('is asked a bounded number of times, and then the gate goes on', async () => {
    await start({ reclaim: true, leaks: { coolDown: 30, abort: 30 } });
    for (const id of ['a', 'b']) {
      await table.store.sessionOpening(session(runId, id, { network, deadline: clock.now() - 3_600_000 }));
    }
    const verdicts: string[] = [];
    let reclaimRounds = 0;
    for (let round = 0; round < 9; round += 1) {
      const swept = await reapSessions(ports, { runId, coolDowns: 0, reclaimRounds });
      verdicts.push(swept.verdict);
      reclaimRounds = swept.reclaimRounds;
      if (swept.verdict === 'continue') break;
    }
    expect(verdicts).toEqual(['reclaim', 'reclaim', 'continue']);
  });
});

describe('finishing a run', () => {
  test('frees the network, keeps the first summary, and names what is still open', async () => {
    await start();
    await table.store.sessionOpening(session(runId, 'stuck', { network, deadline: clock.now() + 3_600_000 }));
    const summary = await finishRun(ports, { runId, status: 'succeeded' });
    expect(summary).toMatchObject({ runId, status: 'succeeded', sessions: { opened: 0, leaked: 0 } });
    const run = await table.store.getRun(runId);
    expect(run?.cause).toContain('still open when the run ended');
    expect(run?.cause).toContain('10.0.0.1:22 (session stuck, opening)');
    expect(await table.store.lockHolder(network)).toBeNull();
    expect(await finishRun(ports, { runId, status: 'failed' })).toEqual({ ...summary, cause: run?.cause });
  });

  test('waits for a session that is closing, and counts it as closed', async () => {
    await start();
    const { store } = table;
    await store.sessionOpening(session(runId, 'closing', { deadline: clock.now() + 60_000 }));
    let looks = 0;
    const closesLater = async (ms: number): Promise<void> => {
      clock.advance(ms);
      looks += 1;
      if (looks !== 3) return;
      const report = {
        closedBy: 'ended',
        proof: 'peer-fin',
        closedAt: 1,
        durationMs: 1,
        closeMs: 1,
      } as const;
      await store.sessionClosed({ runId, sessionId: 'closing' }, report);
    };
    const summary = await finishRun(
      { ...ports, clock: { now: () => clock.now(), sleep: closesLater } },
      { runId, status: 'succeeded' },
    );
    expect(summary.sessions).toMatchObject({ closed: { ended: 1 }, leaked: 0 });
    expect((await store.getRun(runId))?.cause).toBeUndefined();
  });

  test('answers for a run that was never created', async () => {
    expect(await finishRun(ports, { runId: 'nobody', status: 'failed' })).toMatchObject({ status: 'failed' });
  });
});
