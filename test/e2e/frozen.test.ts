import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mappedDialer } from '../../cli/engine/mapped-dialer.ts';
import { startLab, type Lab } from '../../lab/start-lab.ts';
import { ssh2Port } from '../../shared/adapters/ssh2/connect.ts';
import { staticCredentials } from '../../shared/adapters/static-credentials/credentials.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { ulidIds } from '../../shared/adapters/ulid/ids.ts';
import type { SessionRecord } from '../../shared/model/session-record.ts';
import { planWave } from '../../shared/steps/plan-wave.ts';
import { probeDevice } from '../../shared/steps/probe-device.ts';
import { reapSessions } from '../../shared/steps/reap-sessions.ts';
import { startRun } from '../../shared/steps/start-run.ts';
import type { ProbeProcessInput } from '../helpers/probe-process.ts';
import { recordedEvents } from '../helpers/recorded-events.ts';
import { startTable, type TestTable } from '../helpers/table.ts';
import { openOnDevices } from './walk/walk-lab.ts';

const PROCESS = fileURLToPath(new URL('../helpers/probe-process.ts', import.meta.url));
const LIMIT_MS = 30_000;
/** Past the deadline of an invocation that began a moment ago, and past the reaper's grace. */
const LATE_MS = LIMIT_MS + 15_000;

let lab: Lab;
let table: TestTable;
let runId: string;
let count = 0;
let child: ChildProcess | undefined;
const target = (): string => lab.seeds[0] ?? '';

beforeAll(async () => {
  [lab, table] = await Promise.all([startLab({ topology: 'line', size: 3, latencyMs: 150 }), startTable()]);
});
afterAll(() => Promise.all([lab.close(), table.close()]));
beforeEach(async () => {
  count += 1;
  runId = `run-${count}`;
  const input = { network: `net-${count}`, seeds: [target()], scope: lab.scope };
  const ports = { store: table.store, clock: systemClock, events: recordedEvents() };
  await startRun({ ...ports, resolver: { lookup: async () => [] } }, { runId, input });
});
afterEach(async () => {
  child?.kill('SIGKILL');
  expect(await openOnDevices(lab)).toEqual({});
});

/** A probe in a process of its own; resolves once it has said that something happened, or its row stands in a state. */
async function probeInProcess(until: (row: SessionRecord | undefined) => boolean): Promise<ChildProcess> {
  const input: ProbeProcessInput = {
    endpoint: table.endpoint,
    table: table.table,
    credential: lab.credential,
    dialMap: lab.dialMap,
    payload: { runId, targetId: target() },
    requestId: 'frozen',
    limitMs: LIMIT_MS,
  };
  child = spawn(process.execPath, [PROCESS, JSON.stringify(input)], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout?.resume();
  for (;;) {
    const [row] = await table.store.listSessions(runId);
    if (until(row)) return child;
    if (child.exitCode !== null) throw new Error('the probe ended before it was caught');
    await systemClock.sleep(5);
  }
}

const reap = (lateMs = LATE_MS) => {
  const clock = { ...systemClock, now: () => Date.now() + lateMs };
  return reapSessions({ store: table.store, clock, events: recordedEvents() }, { runId });
};
const visitAgain = () =>
  probeDevice(
    {
      store: table.store,
      ssh: ssh2Port({ dialer: mappedDialer(lab.dialMap) }),
      credentials: staticCredentials(lab.credential),
      events: recordedEvents(),
      clock: systemClock,
      ids: ulidIds,
    },
    { runId, targetId: target() },
    { requestId: 'second', endsAt: Date.now() + LIMIT_MS },
  );
const isOpen = (row: SessionRecord | undefined): boolean => row?.state === 'open';

describe('a probe whose process is frozen past its deadline', () => {
  it('is flagged by the next sweep; thawed, it is closed late, and its result overwrites nothing', async () => {
    const frozen = await probeInProcess(isOpen);
    frozen.kill('SIGSTOP');
    expect(await reap(0)).toMatchObject({ flagged: 0 });
    expect(await reap()).toMatchObject({ flagged: 1, leaked: 1 });
    expect(await reap()).toMatchObject({ flagged: 0, leaked: 1 });
    const plan = await planWave(
      { store: table.store, clock: systemClock, events: recordedEvents() },
      { runId, wave: 0, concurrency: 1 },
    );
    expect(plan.items).toEqual([{ runId, targetId: target() }]);
    await visitAgain();
    const visited = await table.store.getTarget(runId, target());
    expect(visited).toMatchObject({ status: 'done', owner: 'second', attempts: 2 });
    const device = await table.store.listDevices(`net-${count}`);
    const exited = once(frozen, 'exit');
    frozen.kill('SIGCONT');
    expect(await exited).toEqual([0, null]);
    const rows = await table.store.listSessions(runId);
    const late = rows.find(({ requestId }) => requestId === 'frozen');
    expect(late).toMatchObject({
      state: 'closed-late',
      leakEvidence: expect.stringContaining('frozen') as string,
    });
    expect(rows.filter(({ state }) => state === 'closed')).toHaveLength(1);
    expect(await table.store.getTarget(runId, target())).toEqual(visited);
    expect(await table.store.listDevices(`net-${count}`)).toEqual(device);
    expect(await reap()).toMatchObject({ flagged: 0, leaked: 0 });
  });
});

describe('a probe whose process is killed', () => {
  it.each<[string, (row: SessionRecord | undefined) => boolean]>([
    ['before it dials', (row) => row?.state === 'opening'],
    ['with its session open', isOpen],
    ['while it closes', (row) => row?.state === 'closing'],
  ])(
    '%s leaves a row that is flagged, a device that is free and a target that is visited',
    async (_when, until) => {
      const killed = await probeInProcess(until);
      const exited = once(killed, 'exit');
      killed.kill('SIGKILL');
      await exited;
      expect(await openOnDevices(lab)).toEqual({});
      const [row] = await table.store.listSessions(runId);
      // It may have got a step further before the signal came.
      expect(['opening', 'open', 'closing', 'closed']).toContain(row?.state);
      const isLeft = row?.state !== 'closed';
      expect(await reap()).toMatchObject({ flagged: isLeft ? 1 : 0 });
      if (!isLeft) return;
      await visitAgain();
      expect(await table.store.getTarget(runId, target())).toMatchObject({ status: 'done', owner: 'second' });
    },
    40_000,
  );
});

describe('a probe whose clock jumps', () => {
  it.each([3_600_000, -3_600_000])(
    'by %d ms closes its session, and its row ends',
    async (jump) => {
      let skew = 0;
      const clock = { ...systemClock, now: () => Date.now() + skew };
      setTimeout(() => (skew = jump), 400);
      await probeDevice(
        {
          store: table.store,
          ssh: ssh2Port({ dialer: mappedDialer(lab.dialMap) }),
          credentials: staticCredentials(lab.credential),
          events: recordedEvents(),
          clock,
          ids: ulidIds,
        },
        { runId, targetId: target() },
        { requestId: 'jumps', endsAt: Date.now() + LIMIT_MS },
      );
      for (const row of await table.store.listSessions(runId)) expect(row.state).toBe('closed');
      const { status } = (await table.store.getTarget(runId, target())) ?? {};
      expect(['done', 'failed', 'pending']).toContain(status);
    },
    40_000,
  );
});
