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
import { LAMBDA_ERRORS, type ErrorKind } from './lambda-errors.ts';
import { cannedAnswers, cannedHandlers, type Via } from './canned-handlers.ts';

/**
 * Each error at each state that invokes a function. What the workflow does with an error's name is its text's business alone: every name
 * is tried on the text with canned answers. What is left in the table and on the devices is the handlers' business, which never learn the
 * name: the real ones run once for each thing that the text does (repeats, or catches), before and after the code ran.
 */
interface Way {
  /** How a run comes to the state at all. */
  readonly via?: Via;
  /** The kinds of errors after which the state is repeated. */
  readonly repeats: readonly ErrorKind[];
  /** How a run ends where the state failed once and was repeated. */
  readonly repeated: string;
  /** How it ends where an error is caught at once. */
  readonly caught?: string;
  /** How it ends where the state always fails. */
  readonly always: string;
}

const EVERY = Object.keys(LAMBDA_ERRORS) as ErrorKind[];
/** A run that cannot go on ends as failed. */
const OUTSIDE = {
  repeats: ['service', 'ended', 'table'] as ErrorKind[],
  repeated: 'succeeded',
  caught: 'RunFailed',
  always: 'RunFailed',
};
/** A target is not probed twice at once: its lease gives it back later. A session that was not reclaimed stays leaked. */
const IN_VPC = {
  repeats: ['service', 'network'] as ErrorKind[],
  repeated: 'succeeded',
  caught: 'succeeded',
};
/** The end of a run is tried again whatever happened. */
const ENDING = { repeats: EVERY, repeated: 'succeeded', always: 'RunFailed' };

const STATES: Readonly<Record<string, Way>> = {
  StartRun: OUTSIDE,
  PlanWave: OUTSIDE,
  ProbeDevice: { ...IN_VPC, always: 'succeeded' },
  SweepSessions: OUTSIDE,
  SweepAgain: { ...OUTSIDE, via: 'leak' },
  ReclaimSession: { ...IN_VPC, via: 'leak', always: 'succeeded' },
  FinishRun: ENDING,
  FinishTruncated: { ...ENDING, via: 'truncate' },
  AbortRun: { ...ENDING, via: 'abort', repeated: 'RunAborted' },
  FailRun: { ...ENDING, via: 'broken', repeated: 'RunFailed' },
};

const isRepeated = ({ repeats }: Way, error: string): boolean =>
  repeats.some((kind) => (LAMBDA_ERRORS[kind] as readonly string[]).includes(error));

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
  const kinds = Object.entries(LAMBDA_ERRORS).map(([kind, names]) => `${kind}: ${names.join(', ')}`);
  console.log([...kinds, ...printed, `${EVERY.length} kinds of errors, every end defined`].join('\n'));
  expect(await openOnDevices(lab)).toEqual({});
  await Promise.all([table.close(), lab.close()]);
});

/** The text alone: how it ends, and how often it came to the state. */
async function injectIntoText(injection: Injection) {
  const { via } = STATES[injection.state] ?? {};
  return runInjected({
    runId: 'text',
    input: {},
    handlers: cannedHandlers(),
    clock: systemClock,
    injection,
    answers: cannedAnswers(injection.state, via),
    endsInMs: 20_000,
  });
}

/** The same with the real handlers on a table and a lab, with what was left behind. */
async function inject(injection: Injection): Promise<Ended> {
  count += 1;
  const runId = `run-${count}`;
  const { via } = STATES[injection.state] ?? {};
  // Time goes on by an hour between two runs: no lease of one meets another.
  const now = (): number => Date.now() + count * 3_600_000;
  const sleep = (ms: number, signal?: AbortSignal) => systemClock.sleep(Math.min(ms, 2_000), signal);
  const wiring = {
    store: table.store,
    ssh: ssh2Port({ dialer: mappedDialer(lab.dialMap) }),
    credentials: staticCredentials(lab.credential),
    resolver: { lookup: async () => [] },
    events: recordedEvents(),
    clock: { ...systemClock, now, sleep },
    ids: ulidIds,
  };
  if (via === 'leak' || via === 'abort') {
    const lost = session(runId, 'LOST', { deadline: 1, address: '192.0.2.1', targetId: '192.0.2.1' });
    await table.store.sessionOpening(lost);
  }
  const { end, met } = await runInjected({
    runId,
    input: {
      network: runId,
      // A probe that is the matter visits a device; else one that meets a closed port will do.
      seeds: injection.state === 'ProbeDevice' ? [lab.seeds[0] ?? ''] : [DECOY],
      scope: via === 'broken' ? ['not a scope'] : lab.scope,
      maxDepth: 0,
      leaks: via === 'abort' ? { coolDown: 0, abort: 0 } : { coolDown: 0, abort: 20 },
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

function print(state: string, kind: ErrorKind, when: string, ended: Ended): void {
  const { end, run, targets, sessions } = ended;
  const cells = [state.padEnd(16), kind.padEnd(9), when.padEnd(14), end.padEnd(11), run.padEnd(20)];
  printed.push([...cells, targets.padEnd(12), sessions].join(' '));
}

describe.each(Object.entries(STATES))('an error at %s', (state, way) => {
  const errors = Object.values(LAMBDA_ERRORS).flat();
  /** An error of those that are repeated, and one of those that are caught. */
  const samples = [true, false].flatMap((repeated) =>
    errors
      .filter((error) => isRepeated(way, error) === repeated)
      .slice(0, 1)
      .map((error) => [error, repeated] as const),
  );
  const endOf = (repeated: boolean, when: string, times: number): string | undefined => {
    // A run whose only seed was never reached has failed, whatever the workflow passed over.
    if (state === 'ProbeDevice' && when === 'before' && times > 1) return 'RunFailed';
    if (!repeated) return way.caught;
    return times > 1 ? way.always : way.repeated;
  };

  it('is repeated, passed over or ends the run, as its name asks for', async () => {
    for (const error of errors) {
      const repeated = isRepeated(way, error);
      const once = await injectIntoText({ state, error, when: 'before', times: 1 });
      expect([error, once.end, once.entered > 1]).toEqual([
        error,
        repeated ? way.repeated : way.caught,
        repeated,
      ]);
    }
  });

  it('leaves no run open, no target unaccounted for and no session unseen', async () => {
    for (const [error, repeated] of samples) {
      for (const when of ['before', 'after'] as const) {
        for (const times of [1, 1_000]) {
          // What ends the run the first time does not come twice.
          if (times > 1 && !repeated && way.caught === 'RunFailed') continue;
          const ended = await inject({ state, error, when, times });
          expect([error, when, times, ended.end]).toEqual([error, when, times, endOf(repeated, when, times)]);
          const which = times === 1 ? `once, ${when}` : `always, ${when}`;
          const kinds = EVERY.filter((kind) => way.repeats.includes(kind) === repeated);
          for (const kind of kinds) print(state, kind, which, ended);
        }
      }
    }
  });
});

it('every state that invokes a function has a row', () => {
  const invoking = taskStates(discoveryWorkflow(arns)).map(({ state }) => state);
  expect(Object.keys(STATES).sort()).toEqual([...invoking].sort());
});

interface StateText {
  readonly Type: string;
  readonly Default?: string;
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[] }[];
  readonly ItemProcessor?: { readonly States: Readonly<Record<string, StateText>> };
}

it('every state that can fail catches everything, Maps too, and every Choice has a default', () => {
  const { States: top } = discoveryWorkflow(arns) as { readonly States: Readonly<Record<string, StateText>> };
  const all = Object.entries(top).flatMap(([name, state]) => [
    [name, state] as const,
    ...Object.entries(state.ItemProcessor?.States ?? {}),
  ]);
  expect(all.filter(([, { Type }]) => Type === 'Map')).toHaveLength(2);
  for (const [name, state] of all) {
    if (['Task', 'Map'].includes(state.Type))
      expect(state.Catch?.at(-1)?.ErrorEquals, name).toEqual(['States.ALL']);
    if (state.Type === 'Choice') expect(state.Default, name).toBeDefined();
  }
});
