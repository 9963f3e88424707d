import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { INDEX_OPEN, keys } from '../../shared/names.ts';
import { reapSessions } from '../../shared/steps/reap-sessions.ts';
import { GRACE_MS, sweep } from '../../shared/steps/sweep.ts';
import { manualClock } from '../helpers/manual-clock.ts';
import { recordedEvents } from '../helpers/recorded-events.ts';
import { startTable, type TestTable } from '../helpers/table.ts';
import { session } from './store-fixtures.ts';

let table: TestTable;
let requests: string[] = [];

beforeAll(async () => {
  table = await startTable();
  table.client.middlewareStack.add(
    (next, context) => (args) => {
      const { IndexName, ConsistentRead } = args.input as { IndexName?: string; ConsistentRead?: boolean };
      requests.push([context.commandName, IndexName, ConsistentRead].filter(Boolean).join(' '));
      return next(args);
    },
    { step: 'initialize' },
  );
});
afterAll(() => table.close());

const DEADLINE = 2_000_000;
const clockAt = (now: number) => manualClock(now);
const portsAt = (now: number) => ({ store: table.store, clock: clockAt(now), events: recordedEvents() });

async function overdue(runId: string, count: number, prefix = 'S'): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const sessionId = `${prefix}${index}`;
    await table.store.sessionOpening(session(runId, sessionId, { deadline: DEADLINE }));
  }
}

/** Rows of the past, written as they stand after their close: out of the index. */
async function closedRows(runId: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    ...session(runId, `C${index}`),
    state: 'closed',
    ...keys.session(runId, `C${index}`),
  }));
  const batches = Array.from({ length: Math.ceil(count / 25) }, (_, n) => rows.slice(n * 25, n * 25 + 25));
  for (const batch of batches) {
    const puts = batch.map((Item) => ({ PutRequest: { Item } }));
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.table]: puts } }));
  }
}

describe('the reaper', () => {
  it('costs what is overdue, whatever else the table holds', async () => {
    const sweepAndCount = async (): Promise<{ flagged: number; requests: string[] }> => {
      requests = [];
      const { flagged } = await reapSessions(portsAt(DEADLINE + GRACE_MS + 1), { runId: 'cost' });
      return { flagged, requests: [...requests].sort() };
    };
    await overdue('cost', 12, 'A');
    const few = await sweepAndCount();
    await closedRows('cost', 5_000);
    await overdue('cost', 12, 'B');
    const many = await sweepAndCount();
    expect(few.flagged).toBe(12);
    expect(many.flagged).toBe(12);
    expect(many.requests).toEqual(few.requests);
    // Eight shards of what is open, and what leaked in the run: nothing reads the run's rows.
    expect(few.requests.filter((request) => request.startsWith('QueryCommand'))).toEqual(
      Array(9).fill(`QueryCommand ${INDEX_OPEN}`),
    );
  });

  it('stops in time, says that more is left, and the next sweep goes on where it stopped', async () => {
    await overdue('bounded', 600);
    const ports = portsAt(DEADLINE + GRACE_MS + 1);
    const late = await reapSessions(ports, {}, { endsAt: ports.clock.now() });
    expect(late).toMatchObject({ flagged: 500, more: true });
    expect(await reapSessions(ports, {})).toMatchObject({ flagged: 100, more: false });
    expect(await reapSessions(ports, {})).toMatchObject({ flagged: 0, more: false });
    const rows = await table.store.listSessions('bounded');
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['leaked']));
  });

  it('flags nothing within the grace, and nothing that closed', async () => {
    await overdue('grace', 2);
    await table.store.sessionClosed(
      { runId: 'grace', sessionId: 'S0' },
      { closedBy: 'ended', proof: 'peer-fin', closedAt: 1, durationMs: 1, closeMs: 1 },
    );
    expect(await reapSessions(portsAt(DEADLINE + GRACE_MS), {})).toMatchObject({ flagged: 0 });
    // Also where the rows themselves are looked at, as the end of a run does.
    const rows = await table.store.listSessions('grace');
    expect(await sweep(portsAt(DEADLINE + GRACE_MS), rows)).toBe(0);
    const { flagged } = await reapSessions(portsAt(DEADLINE + GRACE_MS + 1), {});
    expect(flagged).toBe(1);
    expect(await table.store.getSession({ runId: 'grace', sessionId: 'S0' })).toMatchObject({
      state: 'closed',
    });
  });

  it('races with late closes and with another reaper, and every row ends once: closed, or closed late with the evidence', async () => {
    const runId = 'race';
    const ids = Array.from({ length: 60 }, (_, index) => `S${index}`);
    await overdue(runId, ids.length);
    const now = DEADLINE + GRACE_MS + 1;
    const first = portsAt(now);
    const second = portsAt(now);
    const close = {
      closedBy: 'graceful',
      proof: 'peer-fin',
      closedAt: now,
      durationMs: 9,
      closeMs: 3,
    } as const;
    await Promise.all([
      reapSessions(first, { runId }),
      ...ids.map((sessionId) => table.store.sessionClosed({ runId, sessionId }, close)),
      reapSessions(second, { runId }),
    ]);
    const rows = await table.store.listSessions(runId);
    expect(rows).toHaveLength(ids.length);
    for (const row of rows) {
      expect(['closed', 'closed-late']).toContain(row.state);
      expect(row.leakEvidence === undefined).toBe(row.state === 'closed');
      expect(row).toMatchObject({ closedBy: 'graceful', proof: 'peer-fin' });
    }
    const told = [...first.events.all, ...second.events.all].map((event) =>
      event.type === 'session-leaked' ? event.sessionId : '',
    );
    expect(told.sort()).toEqual(
      rows
        .filter(({ state }) => state === 'closed-late')
        .map(({ sessionId }) => sessionId)
        .sort(),
    );
    expect(await table.store.listLeaked(runId, 10)).toEqual([]);
  });

  it('frees the device that a lost session held, and not one that another holds by now', async () => {
    const runId = 'frees';
    const { store } = table;
    const lease = { now: 1, until: DEADLINE + 60_000 };
    for (const [sessionId, address] of [
      ['S0', '10.7.0.1'],
      ['S1', '10.7.0.2'],
    ] as const) {
      await store.sessionOpening(session(runId, sessionId, { deadline: DEADLINE, address }));
    }
    await store.takeLine('10.7.0.1 22', { ...lease, owner: `${runId} request-S0` });
    await store.takeLine('10.7.0.2 22', { ...lease, owner: 'another run' });
    await reapSessions(portsAt(DEADLINE + GRACE_MS + 1), {});
    expect(await store.takeLine('10.7.0.1 22', { ...lease, owner: 'next' })).toBe(true);
    expect(await store.takeLine('10.7.0.2 22', { ...lease, owner: 'next' })).toBe(false);
  });

  it('gives the target of a lost holder back once, whoever sweeps at the same time', async () => {
    const runId = 'give-back';
    const { store } = table;
    const row = session(runId, 'S0', { deadline: DEADLINE });
    await store.enqueue({
      runId,
      targetId: row.targetId,
      address: row.address,
      port: 22,
      depth: 0,
      seed: true,
      toldBy: null,
      status: 'pending',
      attempts: 0,
      enqueuedAt: 1,
    });
    await store.claim(runId, row.targetId, { owner: row.requestId, now: 1, leaseUntil: DEADLINE });
    await store.sessionOpening(row);
    const sweeps = Array.from({ length: 4 }, () => reapSessions(portsAt(DEADLINE + GRACE_MS + 1), {}));
    const flagged = (await Promise.all(sweeps)).reduce((sum, each) => sum + each.flagged, 0);
    expect(flagged).toBe(1);
    expect(await store.getTarget(runId, row.targetId)).toMatchObject({ status: 'pending', attempts: 1 });
  });
});
