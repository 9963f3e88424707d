import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taskStates } from '../../../cli/engine/task-states.ts';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { ssh2Port } from '../../../shared/adapters/ssh2/connect.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { systemClock } from '../../../shared/adapters/system/clock.ts';
import { ulidIds } from '../../../shared/adapters/ulid/ids.ts';
import { finishRun } from '../../../shared/steps/finish-run.ts';
import { reapSessions } from '../../../shared/steps/reap-sessions.ts';
import { discoveryWorkflow } from '../../../shared/workflow/load.ts';
import { session } from '../../contract/store-fixtures.ts';
import { recordedEvents } from '../../helpers/recorded-events.ts';
import { startTable, type TestTable } from '../../helpers/table.ts';
import { arns } from '../../unit/workflow/run-text.ts';
import { openOnDevices } from '../walk/walk-lab.ts';
import { handlersOn, runInjected, type Injection } from './injected-run.ts';

/**
 * What Lambda and Step Functions report, by name: throttles, service faults, time limits, memory, interfaces of a VPC that are not
 * there yet, a handler's own error (Step Functions developer guide, "Handle transient Lambda service exceptions"; Lambda, "Invoke").
 */
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
  'Lambda.ResourceNotReadyException',
  'ProvisionedThroughputExceededException',
] as const;

interface Way {
  /** How a run comes to the state at all. */
  readonly via?: 'leak' | 'abort' | 'truncate' | 'broken';
  /** How it ends where the state fails once, whatever the error is: as if nothing had been. */
  readonly once: string;
  /** How it ends where the state always fails. */
  readonly always: string;
  /** Errors that are not repeated here, and how the run ends then. */
  readonly but?: Readonly<Record<string, string>>;
}

/** Only functions in the VPC wait for interfaces. */
const OUTSIDE = { 'Lambda.ResourceNotReadyException': 'RunFailed' };

/** Every state that invokes a function. */
const STATES: Readonly<Record<string, Way>> = {
  StartRun: { once: 'succeeded', always: 'RunFailed', but: OUTSIDE },
  PlanWave: { once: 'succeeded', always: 'RunFailed', but: OUTSIDE },
  ProbeDevice: { once: 'succeeded', always: 'RunFailed' },
  SweepSessions: { once: 'succeeded', always: 'RunFailed', but: OUTSIDE },
  SweepAgain: { via: 'leak', once: 'succeeded', always: 'RunFailed', but: OUTSIDE },
  ReclaimSession: { via: 'leak', once: 'succeeded', always: 'succeeded' },
  FinishRun: { once: 'succeeded', always: 'RunFailed' },
  FinishTruncated: { via: 'truncate', once: 'succeeded', always: 'RunFailed' },
  AbortRun: { via: 'abort', once: 'RunAborted', always: 'RunFailed' },
  FailRun: { via: 'broken', once: 'RunFailed', always: 'RunFailed' },
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

async function inject(injection: Injection): Promise<Ended> {
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
  return { end, ...(await accounted(runId)) };
}

interface Ended {
  /** `succeeded`, or the Error of the Fail state. */
  readonly end: string;
  /** The run in the table, its targets and its sessions. */
  readonly run: string;
  readonly targets: string;
  readonly sessions: string;
}

const ENDED_SESSIONS = ['closed', 'never-opened', 'leaked', 'closed-late', 'reclaimed'];

/** The run has ended, every target is accounted for, every session has ended or is flagged by the sweep that follows. */
async function accounted(runId: string): Promise<Omit<Ended, 'end'>> {
  const { store } = table;
  const ports = { store, clock: { ...systemClock, now: later }, events: recordedEvents() };
  const left = (await store.getRun(runId))?.status;
  // The execution failed where its run could not be ended: the stack's rule for ended executions does it.
  if (left === 'running') await finishRun(ports, { runId, status: 'failed', cause: 'the execution failed' });
  await reapSessions(ports, { runId });
  const run = await store.getRun(runId);
  expect(run?.status).not.toBe('running');
  const sessions = await store.listSessions(runId);
  for (const { state } of sessions) expect(ENDED_SESSIONS).toContain(state);
  const targets = await store.listTargets(runId);
  if (run) expect(targets.length).toBeGreaterThan(0);
  for (const { status, leaseUntil = 0 } of targets) {
    // A run that completed knows what became of each. One that failed has the rest as pending, and nobody holds it.
    if (run?.status === 'succeeded') expect(['done', 'failed', 'skipped', 'abandoned']).toContain(status);
    expect(leaseUntil).toBeLessThan(later());
  }
  return {
    run: `${run?.status ?? 'never created'}${left === 'running' ? ' (by the rule)' : ''}`,
    targets: countsOf(targets.map(({ status }) => status)),
    sessions: countsOf(sessions.map(({ state }) => state)),
  };
}

const later = (): number => Date.now() + (count + 1) * 3_600_000;

const countsOf = (words: readonly string[]): string =>
  [...Map.groupBy(words, (word) => word)].map(([word, all]) => `${all.length} ${word}`).join(', ') || '-';

function print(state: string, error: string, when: string, ended: Ended): void {
  const { end, run, targets, sessions } = ended;
  const cells = [state.padEnd(16), error.padEnd(40), when.padEnd(14), end.padEnd(11), run.padEnd(20)];
  printed.push([...cells, targets.padEnd(12), sessions].join(' '));
}

describe.each(Object.entries(STATES))('an error at %s', (state, { once, always, but = {} }) => {
  it('that comes once is repeated or passed over, and the run ends as if nothing had been', async () => {
    for (const error of ERRORS) {
      for (const when of ['before', 'after'] as const) {
        const ended = await inject({ state, error, when, times: 1 });
        print(state, error, `once, ${when}`, ended);
        expect([error, when, ended.end]).toEqual([error, when, but[error] ?? once]);
      }
    }
  }, 60_000);

  it('that stays ends the run in the state that is defined for it', async () => {
    for (const error of ['Lambda.TooManyRequestsException', 'Lambda.Unknown', 'Runtime.ExitError']) {
      const ended = await inject({ state, error, when: 'before', times: 1_000 });
      print(state, error, 'always', ended);
      expect([error, ended.end]).toEqual([error, always]);
    }
  }, 60_000);
});

it('every state that invokes a function has a row', () => {
  const invoking = taskStates(discoveryWorkflow(arns)).map(({ state }) => state);
  expect(Object.keys(STATES).sort()).toEqual([...invoking].sort());
});
