import { describe, expect, it } from 'vitest';
import { failureText } from '../../../shared/workflow/failure-text.ts';
import { type Answers, runText } from './run-text.ts';

const loop = { runId: 'run-1', wave: 0, concurrency: 2 };
const item = (targetId: string) => ({ runId: 'run-1', targetId });
const swept = {
  ...loop,
  wave: 1,
  coolDowns: 0,
  reclaimRounds: 0,
  flagged: 0,
  leaked: 0,
  verdict: 'continue',
};

/** Two waves, then an empty frontier. */
function answers(overrides: Partial<Answers> = {}): Answers {
  let plans = 0;
  return {
    startRun: () => loop,
    planWave: () => {
      plans += 1;
      if (plans === 3) return { ...loop, wave: 2, items: [], next: 'done' };
      return { ...loop, wave: plans, items: [item('a'), item('b')], next: 'probe' };
    },
    probeDevice: () => ({}),
    reapSessions: () => swept,
    reclaimSession: () => ({}),
    finishRun: ({ status, cause }) => ({ runId: 'run-1', status, cause }),
    ...overrides,
  };
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

describe('the workflow on the embedded engine', () => {
  it('fails the run with its cause when the first function refuses, whatever the input was', async () => {
    const refuse = answers({
      startRun: () => {
        throw named('UsageError', 'name at least one seed');
      },
    });
    for (const input of [{}, 'text', [1], 7]) {
      const { error, path, calls } = await runText(refuse, input);
      expect(error).toBe('RunFailed');
      expect(path).toEqual(['StartRun', 'FailRun', 'Failed']);
      expect(calls[0]?.payload).toEqual({ runId: 'run-1', input });
      const { cause, ...finish } = calls[1]?.payload as { cause: string };
      expect(finish).toEqual({ runId: 'run-1', status: 'failed' });
      expect(failureText(cause)).toBe('UsageError: name at least one seed');
    }
  });

  it.each(['planWave', 'reapSessions'] as const)('ends in FailRun when %s throws', async (name) => {
    const throws = () => {
      throw named('TypeError', 'ours');
    };
    const { error, path, calls } = await runText(answers({ [name]: throws }));
    expect(error).toBe('RunFailed');
    expect(path.slice(-2)).toEqual(['FailRun', 'Failed']);
    expect(calls.at(-1)?.payload).toMatchObject({ runId: 'run-1', status: 'failed' });
  });

  it('ends as failed when not even the end of the run can be written', async () => {
    const throws = () => {
      throw named('ServiceUnavailable', 'no table');
    };
    const { error, path, calls } = await runText(answers({ finishRun: throws }));
    expect(error).toBe('RunFailed');
    expect(path.slice(-3)).toEqual(['FinishRun', 'FailRun', 'FailedUnfinished']);
    expect(calls.filter(({ name }) => name === 'finishRun')).toHaveLength(14);
  });

  it('goes on without a probe that was lost, and repeats one that Lambda throttled', async () => {
    let throttled = 0;
    const probeDevice = ({ targetId }: Record<string, unknown>) => {
      if (targetId === 'a') throw named('Sandbox.Timedout', 'killed');
      throttled += 1;
      if (throttled < 6) throw named('Lambda.TooManyRequestsException', 'Rate Exceeded.');
      return {};
    };
    const { error, path, calls } = await runText(answers({ probeDevice }));
    expect(error).toBeNull();
    expect(path.filter((name) => name === 'ProbeLost')).toHaveLength(2);
    const probes = calls.filter(({ name }) => name === 'probeDevice');
    expect(probes.filter(({ payload }) => payload['targetId'] === 'a')).toHaveLength(2);
    expect(probes.filter(({ payload }) => payload['targetId'] === 'b')).toHaveLength(7);
  });

  it('aborts above the second threshold and says so', async () => {
    const leaks = answers({ reapSessions: () => ({ ...swept, leaked: 21, verdict: 'abort' }) });
    const { error, path, calls } = await runText(leaks);
    expect(error).toBe('RunAborted');
    expect(path.slice(-4)).toEqual(['SweepSessions', 'LeakGate', 'AbortRun', 'Aborted']);
    expect(calls.at(-1)?.payload).toEqual({
      runId: 'run-1',
      status: 'aborted',
      cause: 'more sessions leaked than leaks.abort allows: see netwalker sessions --state leaked',
    });
  });

  it('cools down, sweeps again with the count of cool-downs, and goes on', async () => {
    let sweeps = 0;
    const reapSessions = () => {
      sweeps += 1;
      return sweeps === 1 ? { ...swept, coolDowns: 1, leaked: 6, verdict: 'cool-down' } : swept;
    };
    const { error, path, calls } = await runText(answers({ reapSessions }));
    expect(error).toBeNull();
    const start = path.indexOf('CoolDown');
    expect(path.slice(start - 1, start + 4)).toEqual([
      'LeakGate',
      'CoolDown',
      'SweepAgain',
      'LeakGate',
      'PlanWave',
    ]);
    const sweep = calls.filter(({ name }) => name === 'reapSessions')[1];
    expect(sweep?.payload).toEqual({
      runId: 'run-1',
      wave: 1,
      concurrency: 2,
      coolDowns: 1,
      reclaimRounds: 0,
    });
  });

  it('has leaked sessions reclaimed where the sweep asks for it, loses none that fails, and sweeps again', async () => {
    const leaked = ['s1', 's2'].map((sessionId) => ({ runId: 'run-1', sessionId }));
    let sweeps = 0;
    const reapSessions = () => {
      sweeps += 1;
      return sweeps === 1 ? { ...swept, leaked: 2, reclaim: leaked, verdict: 'reclaim' } : swept;
    };
    const reclaimSession = ({ sessionId }: Record<string, unknown>) => {
      if (sessionId === 's1') throw named('Sandbox.Timedout', 'killed');
      return {};
    };
    const { error, path, calls } = await runText(answers({ reapSessions, reclaimSession }));
    expect(error).toBeNull();
    const start = path.indexOf('ReclaimWave');
    expect(path.slice(start - 1, start + 1)).toEqual(['LeakGate', 'ReclaimWave']);
    expect(path.filter((name) => name === 'NotReclaimed')).toHaveLength(1);
    expect(path.slice(path.indexOf('SweepAgain'), path.indexOf('SweepAgain') + 3)).toEqual([
      'SweepAgain',
      'LeakGate',
      'PlanWave',
    ]);
    const tried = calls.filter(({ name }) => name === 'reclaimSession').map(({ payload }) => payload);
    expect(tried).toEqual(leaked);
  });

  it('waits for the lease of a lost probe and plans again', async () => {
    let plans = 0;
    const planWave = () => {
      plans += 1;
      return {
        ...loop,
        wave: 1,
        items: [],
        ...(plans === 1 ? { next: 'wait', waitSeconds: 1 } : { next: 'done' }),
      };
    };
    const { error, path } = await runText(answers({ planWave }));
    expect(error).toBeNull();
    const plan = ['PlanWave', 'IsFrontierEmpty'];
    expect(path).toEqual(['StartRun', ...plan, 'WaitForLeases', ...plan, 'FinishRun', 'Succeeded']);
  });

  it('ends as truncated when the wave limit is reached', async () => {
    const planWave = () => ({ ...loop, items: [], next: 'truncated' });
    const { output, path } = await runText(answers({ planWave }));
    expect(path).toEqual(['StartRun', 'PlanWave', 'IsFrontierEmpty', 'FinishTruncated', 'Succeeded']);
    expect(output).toEqual({ runId: 'run-1', status: 'truncated' });
  });

  it('probes wave by wave and ends with the summary when the frontier is empty', async () => {
    const { output, path, calls } = await runText(answers(), { seeds: ['10.0.0.1'] });
    expect(path.filter((name) => name !== 'ProbeDevice')).toEqual([
      'StartRun',
      ...wave,
      ...wave,
      'PlanWave',
      'IsFrontierEmpty',
      'FinishRun',
      'Succeeded',
    ]);
    expect(output).toEqual({ runId: 'run-1', status: 'succeeded' });
    expect(calls[0]?.payload).toEqual({ runId: 'run-1', input: { seeds: ['10.0.0.1'] } });
    const probes = calls.filter(({ name }) => name === 'probeDevice').map(({ payload }) => payload);
    expect(probes).toEqual([item('a'), item('b'), item('a'), item('b')]);
  });
});

const wave = ['PlanWave', 'IsFrontierEmpty', 'ProbeWave', 'SweepSessions', 'LeakGate'];
