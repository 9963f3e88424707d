import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTable, type TestTable } from '../helpers/table.ts';
import { session, target } from './store-fixtures.ts';

let table: TestTable;
beforeAll(async () => {
  table = await startTable();
});
afterAll(async () => table.close());

const many = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

describe('what the end of a run reads', () => {
  it('of sessions is what a summary says of them and what they are named by, over all shards', async () => {
    const { store } = table;
    const close = {
      closedBy: 'graceful',
      proof: 'peer-fin',
      closedAt: 9,
      durationMs: 7,
      closeMs: 3,
    } as const;
    await Promise.all(many(20).map((n) => store.sessionOpening(session('ends', `s${n}`))));
    await store.sessionOpen(
      { runId: 'ends', sessionId: 's3' },
      { openedAt: 2, localAddress: '10.9.9.9', localPort: 50_000 },
    );
    await store.sessionClosed(
      { runId: 'ends', sessionId: 's3' },
      { ...close, failureClass: 'auth-failed', deviceName: 'core-1' },
    );
    const ends = await store.listSessionEnds('ends');
    expect(ends.map(({ sessionId }) => sessionId).sort()).toEqual(
      many(20)
        .map((n) => `s${n}`)
        .sort(),
    );
    expect(ends.find(({ sessionId }) => sessionId === 's3')).toEqual({
      ...{
        sessionId: 's3',
        address: '10.0.0.1',
        port: 22,
        deviceName: 'core-1',
        state: 'closed',
        openedAt: 2,
      },
      ...{ durationMs: 7, closeMs: 3, closedBy: 'graceful', proof: 'peer-fin', failureClass: 'auth-failed' },
    });
    expect(await store.listSessionEnds('another')).toEqual([]);
  });

  it('of open sessions is neither those that closed nor those that were flagged', async () => {
    const { store } = table;
    const at = (sessionId: string) => ({ runId: 'open', sessionId });
    await Promise.all(
      ['opening', 'open', 'closing', 'leaked', 'never'].map((id) =>
        store.sessionOpening(session('open', id)),
      ),
    );
    const open = { openedAt: 2, localAddress: '10.9.9.9', localPort: 50_000 };
    await Promise.all(['open', 'closing'].map((id) => store.sessionOpen(at(id), open)));
    await store.sessionClosing(at('closing'));
    await store.flagLeaked(at('leaked'), { cutoff: 101, leakedAt: 102, evidence: 'late' });
    await store.sessionNeverOpened(at('never'), { at: 3 });
    const found = await store.listSessions('open', { open: true });
    expect(found.map(({ sessionId }) => sessionId).sort()).toEqual(['closing', 'open', 'opening']);
    expect(found.find(({ sessionId }) => sessionId === 'open')).toEqual(
      session('open', 'open', { state: 'open', ...open }),
    );
  });

  it('of targets is how they ended and what they are found by', async () => {
    const { store } = table;
    const end = {
      ...{
        nameHint: 'core-1',
        outcome: { kind: 'visited' as const, deviceId: 'core' },
        finishedAt: 5,
        durationMs: 4,
      },
      carriedFrom: 'earlier',
    } as const;
    await store.enqueue(target('ends', '10.0.0.1', { ...end, status: 'done', platformHint: 'cisco_ios' }));
    await store.enqueue(target('ends', '10.0.0.2'));
    const ends = await store.listTargetEnds('ends');
    expect(ends.toSorted((a, b) => (a.targetId < b.targetId ? -1 : 1))).toEqual([
      { targetId: '10.0.0.1', address: '10.0.0.1', ...end },
      { targetId: '10.0.0.2', address: '10.0.0.2' },
    ]);
  });
});
