import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { ssh2Port } from '../../../shared/adapters/ssh2/connect.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { systemClock } from '../../../shared/adapters/system/clock.ts';
import { ulidIds } from '../../../shared/adapters/ulid/ids.ts';
import type { RunEvent } from '../../../shared/ports/events.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { probeDevice } from '../../../shared/steps/probe-device.ts';
import type { ProbePorts } from '../../../shared/steps/probe-ports.ts';
import { startRun } from '../../../shared/steps/start-run.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';
import { openOnDevices } from '../../e2e/walk/walk-lab.ts';

let lab: Lab;
let table: TestTable;
let seed: string;
let runId: string;
let count = 0;

beforeAll(async () => {
  [lab, table] = await Promise.all([startLab({ topology: 'line', size: 3 }), startTable()]);
  seed = lab.seeds[0] ?? '';
});
afterAll(async () => {
  expect(await openOnDevices(lab)).toEqual({});
  await Promise.all([lab.close(), table.close()]);
});

function portsWith(onEvent: (event: RunEvent) => void, store: Store = table.store): ProbePorts {
  return {
    store,
    ssh: ssh2Port({ dialer: mappedDialer(lab.dialMap) }),
    credentials: staticCredentials(lab.credential),
    events: { emit: onEvent },
    clock: systemClock,
    ids: ulidIds,
  };
}

const ignore = (): void => undefined;
const probe = (ports: ProbePorts, requestId = 'mine', endsInMs = 30_000) =>
  probeDevice(ports, { runId, targetId: seed }, { requestId, endsAt: Date.now() + endsInMs });
const sessionsOfRun = () => table.store.listSessions(runId);

beforeEach(async () => {
  count += 1;
  runId = `run-${count}`;
  const { seeds, scope } = lab;
  const input = { network: `net-${count}`, seeds, scope };
  const resolver = { lookup: async () => [] };
  await startRun(
    { store: table.store, clock: systemClock, events: { emit: ignore }, resolver },
    { runId, input },
  );
});

describe('a probe', () => {
  test('visits its target, and leaves one closed row in the ledger', async () => {
    expect(await probe(portsWith(ignore))).toEqual({});
    const target = await table.store.getTarget(runId, seed);
    expect(target).toMatchObject({ status: 'done', attempts: 1, outcome: { kind: 'visited' } });
    const [row, ...more] = await sessionsOfRun();
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      state: 'closed',
      proof: 'peer-fin',
      requestId: 'mine',
      localAddress: '127.0.0.1',
    });
  });

  test('holds its device while its session stands, and frees it then', async () => {
    const place = `${seed} 22`;
    const take = () =>
      table.store.takeLine(place, { owner: 'other', now: Date.now(), until: Date.now() + 1 });
    const meanwhile: Promise<boolean>[] = [];
    await probe(portsWith((event) => void (event.type === 'session-opened' && meanwhile.push(take()))));
    expect(await Promise.all(meanwhile)).toEqual([false]);
    expect(await take()).toBe(true);
    await table.store.freeLine(place, 'other');
  });

  test('opens no connection when the ledger cannot be written first', async () => {
    const before = lab.stats().accepted;
    const store: Store = { ...table.store, sessionOpening: () => Promise.reject(new Error('throttled')) };
    await expect(probe(portsWith(ignore, store))).rejects.toThrow('throttled');
    expect(lab.stats().accepted).toBe(before);
    expect(await sessionsOfRun()).toEqual([]);
  });

  test.each([
    'sessionOpen',
    'sessionClosing',
    'sessionClosed',
    'saveDevice',
    'saveNeighbors',
    'finishTarget',
  ] as const)(
    'closes its session when the store fails at %s, and keeps a row that tells of it',
    async (method) => {
      const store: Store = { ...table.store, [method]: () => Promise.reject(new Error('store down')) };
      await expect(probe(portsWith(ignore, store))).rejects.toThrow('store down');
      expect(await openOnDevices(lab)).toEqual({});
      const [row] = await sessionsOfRun();
      const isClosedWritten = method !== 'sessionClosed';
      expect(row?.state).toBe(isClosedWritten ? 'closed' : 'closing');
      expect(await table.store.getTarget(runId, seed)).toMatchObject({ status: 'active', owner: 'mine' });
    },
  );

  test('sends no password when the ledger cannot say that the connection is open', async () => {
    const before = lab.stats().authenticated;
    const store: Store = { ...table.store, sessionOpen: () => Promise.reject(new Error('store down')) };
    await expect(probe(portsWith(ignore, store))).rejects.toThrow('store down');
    expect(lab.stats().authenticated).toBe(before);
  });

  test('does not start when too little of the invocation is left, and gives the target back', async () => {
    await probe(portsWith(ignore), 'mine', 9_000);
    expect(await sessionsOfRun()).toEqual([]);
    expect(await table.store.getTarget(runId, seed)).toMatchObject({ status: 'pending' });
  });

  test('dials nothing outside the scope, whoever enqueued the target', async () => {
    const before = lab.stats().accepted;
    const outside = { runId, targetId: '192.0.2.9', address: '192.0.2.9', port: 22, depth: 0 };
    const rest = { seed: false, toldBy: null, status: 'pending', attempts: 0, enqueuedAt: 1 } as const;
    await table.store.enqueue({ ...outside, ...rest });
    const invocation = { requestId: 'mine', endsAt: Date.now() + 30_000 };
    await probeDevice(portsWith(ignore), { runId, targetId: '192.0.2.9' }, invocation);
    expect(lab.stats().accepted).toBe(before);
    expect(await sessionsOfRun()).toEqual([]);
    expect(await table.store.getTarget(runId, '192.0.2.9')).toMatchObject({
      status: 'skipped',
      outcome: { skip: 'out-of-scope' },
    });
  });

  test('is one of two: the other finds the target taken and dials nobody', async () => {
    await Promise.all([probe(portsWith(ignore), 'a'), probe(portsWith(ignore), 'b')]);
    expect(await sessionsOfRun()).toHaveLength(1);
  });

  test('stores nothing when its lease was given to another while it was frozen', async () => {
    const stolen: Promise<unknown>[] = [];
    const steal = async (): Promise<void> => {
      const target = await table.store.getTarget(runId, seed);
      await table.store.giveBack(runId, seed, { owner: 'mine', leaseUntil: target?.leaseUntil ?? 0 });
      await table.store.claim(runId, seed, {
        owner: 'other',
        now: Date.now(),
        leaseUntil: Date.now() + 60_000,
      });
    };
    await probe(portsWith((event) => void (event.type === 'session-opened' && stolen.push(steal()))));
    await Promise.all(stolen);
    expect(await table.store.getTarget(runId, seed)).toMatchObject({ status: 'active', owner: 'other' });
    expect(await table.store.listDevices(`net-${count}`)).toEqual([]);
    expect((await sessionsOfRun()).map(({ state }) => state)).toEqual(['closed']);
  });

  test('is interrupted before it starts, and its target waits for the next run', async () => {
    const before = lab.stats().accepted;
    await probe({ ...portsWith(ignore), interrupted: AbortSignal.abort() });
    expect(lab.stats().accepted).toBe(before);
    expect(await table.store.getTarget(runId, seed)).toMatchObject({ status: 'pending' });
  });
});
