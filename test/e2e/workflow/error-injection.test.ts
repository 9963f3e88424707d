import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { ssh2Port } from '../../../shared/adapters/ssh2/connect.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { systemClock } from '../../../shared/adapters/system/clock.ts';
import { ulidIds } from '../../../shared/adapters/ulid/ids.ts';
import { reapSessions } from '../../../shared/steps/reap-sessions.ts';
import { session } from '../../contract/store-fixtures.ts';
import { recordedEvents } from '../../helpers/recorded-events.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';
import { openOnDevices } from '../walk/walk-lab.ts';
import { handlersOn, runInjected, type Injection } from './injected-run.ts';

/** What Lambda and Step Functions report, by name: throttles, service faults, time limits, memory, a handler's own error. */
const ERRORS = [
  'Lambda.TooManyRequestsException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'States.Timeout',
  'Runtime.ExitError',
  'ProvisionedThroughputExceededException',
] as const;

/** A way to each state that invokes a function, and how a run ends that goes that way and meets nothing. */
const STATES: Readonly<
  Record<string, { readonly via?: 'leak' | 'abort' | 'truncate' | 'broken'; readonly ends: string }>
> = {
  StartRun: { ends: 'succeeded' },
  PlanWave: { ends: 'succeeded' },
  ProbeDevice: { ends: 'succeeded' },
  SweepSessions: { ends: 'succeeded' },
  SweepAgain: { via: 'leak', ends: 'succeeded' },
  ReclaimSession: { via: 'leak', ends: 'succeeded' },
  FinishRun: { ends: 'succeeded' },
  FinishTruncated: { via: 'truncate', ends: 'succeeded' },
  AbortRun: { via: 'abort', ends: 'RunAborted' },
  FailRun: { via: 'broken', ends: 'RunFailed' },
};

/** In the lab's scope, and nobody listens there. */
const DECOY = '10.17.255.1';

let table: TestTable;
let lab: Lab;
let count = 0;
const printed: string[] = [];

beforeAll(async () => {
  [table, lab] = await Promise.all([startTable(), startLab({ topology: 'line', size: 2 })]);
});
afterAll(async () => {
  console.log([...printed, `${printed.length} injections, every end defined`].join('\n'));
  expect(await openOnDevices(lab)).toEqual({});
  await Promise.all([table.close(), lab.close()]);
});

async function inject(injection: Injection): Promise<{ end: string; status: string }> {
  count += 1;
  const runId = `run-${count}`;
  const { via } = STATES[injection.state] ?? {};
  // Time goes on by an hour between two runs: no lease of one meets another.
  const clock = { ...systemClock, now: () => Date.now() + count * 3_600_000, sleep: async () => undefined };
  const wiring = {
    store: table.store,
    ssh: ssh2Port({ dialer: mappedDialer(lab.dialMap) }),
    credentials: staticCredentials(lab.credential),
    resolver: { lookup: async () => [] },
    events: recordedEvents(),
    clock: {
      ...clock,
      sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(Math.min(ms, 2_000), signal),
    },
    ids: ulidIds,
  };
  const leak = async (): Promise<void> => {
    const lost = session(runId, 'LOST', { deadline: 1, address: '192.0.2.1', targetId: '192.0.2.1' });
    await table.store.sessionOpening(lost);
  };
  if (via === 'leak' || via === 'abort') await leak();
  const leaks = via === 'abort' ? { coolDown: 0, abort: 0 } : { coolDown: 0, abort: 20 };
  const { end, met } = await runInjected({
    runId,
    input: {
      network: runId,
      // A probe that is the matter visits a device; else one that meets a closed port will do.
      seeds: injection.state === 'ProbeDevice' ? [lab.seeds[0] ?? ''] : [DECOY],
      scope: via === 'broken' ? ['not a scope'] : lab.scope,
      maxDepth: 0,
      leaks,
      reclaim: injection.state === 'ReclaimSession',
    },
    handlers: handlersOn(wiring),
    clock: wiring.clock,
    injection,
    ...(via === 'truncate' ? { answers: { PlanWave: (answer) => ({ ...answer, next: 'truncated' }) } } : {}),
    endsInMs: 20_000,
  });
  expect(met, 'the injection was met').toBeGreaterThan(0);
  const run = await table.store.getRun(runId);
  await accounted(runId, run?.status ?? 'never created');
  return { end, status: run?.status ?? 'never created' };
}

/** Every target is accounted for, and every session has ended or is flagged by the sweep that follows. */
async function accounted(runId: string, status: string): Promise<void> {
  const late = { ...systemClock, now: () => Date.now() + (count + 1) * 3_600_000 };
  await reapSessions({ store: table.store, clock: late, events: recordedEvents() }, { runId });
  for (const { state } of await table.store.listSessions(runId)) {
    expect(['closed', 'never-opened', 'leaked', 'closed-late', 'reclaimed']).toContain(state);
  }
  const targets = await table.store.listTargets(runId);
  if (status === 'succeeded') {
    for (const target of targets) expect(['done', 'failed', 'skipped', 'abandoned']).toContain(target.status);
  }
}

describe.each(Object.entries(STATES))('an error at %s', (state, { ends }) => {
  it('that comes once is retried, or leaves the run in a state that is defined', async () => {
    for (const error of ERRORS) {
      for (const when of ['before', 'after'] as const) {
        const { end, status } = await inject({ state, error, when, times: 1 });
        printed.push(
          `${state.padEnd(16)} ${error.padEnd(40)} once, ${when.padEnd(7)} ${end.padEnd(12)} run ${status}`,
        );
        expect([ends, 'RunFailed', 'RunAborted']).toContain(end);
        // Throttles and faults of the service are retried: the run ends as if nothing had been.
        if (/TooMany|Service|AWSLambda|SdkClient|ClientExecution/.test(error)) expect(end).toBe(ends);
      }
    }
  }, 60_000);

  it('that stays ends the run in a state that is defined', async () => {
    for (const error of ['Lambda.TooManyRequestsException', 'Lambda.Unknown', 'Runtime.ExitError']) {
      const { end, status } = await inject({ state, error, when: 'before', times: 1_000 });
      printed.push(`${state.padEnd(16)} ${error.padEnd(40)} always        ${end.padEnd(12)} run ${status}`);
      expect(['succeeded', 'RunFailed', 'RunAborted']).toContain(end);
    }
  }, 60_000);
});
