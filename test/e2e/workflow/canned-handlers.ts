import type { Handlers } from './injected-run.ts';

/** How a run is led to a state that a healthy one does not reach. */
export type Via = 'leak' | 'abort' | 'truncate' | 'broken';

const LOOP = { runId: 'text', wave: 0, concurrency: 2 };
const SWEPT = { ...LOOP, coolDowns: 0, reclaimRounds: 0, flagged: 0, leaked: 0, more: false };

/** What the functions answer to a healthy run of one target: one wave, then an empty frontier. */
export function cannedHandlers(): Handlers {
  let isProbed = false;
  const answer = (value: (event: { readonly status?: string }) => object) => async (event: never) =>
    value(event);
  return {
    startRun: answer(() => LOOP),
    planWave: answer(() =>
      isProbed
        ? { ...LOOP, items: [], next: 'done' }
        : { ...LOOP, items: [{ runId: 'text', targetId: 'a' }], next: 'probe' },
    ),
    probeDevice: answer(() => ({})),
    reapSessions: answer(() => {
      isProbed = true;
      return { ...SWEPT, reclaim: [], verdict: 'continue' };
    }),
    reclaimSession: answer(() => ({})),
    finishRun: answer(({ status }) => ({ runId: 'text', status, cause: 'as it was' })),
  };
}

type Change = (answer: Record<string, unknown>) => unknown;

/** Changes of these answers that lead to the state. */
export function cannedAnswers(
  state: string,
  via: Via | undefined,
): Readonly<Partial<Record<string, Change>>> {
  const lost = { reclaim: [{ runId: 'text', sessionId: 's' }], verdict: 'reclaim', leaked: 1 };
  switch (via) {
    case 'leak':
      return {
        SweepSessions: (swept) =>
          Object.assign(swept, state === 'ReclaimSession' ? lost : { verdict: 'cool-down', leaked: 1 }),
      };
    case 'abort':
      return { SweepSessions: (swept) => ({ ...swept, verdict: 'abort', leaked: 21 }) };
    case 'truncate':
      return { PlanWave: (planned) => ({ ...planned, next: 'truncated' }) };
    case 'broken':
      return {
        StartRun: () => {
          throw Object.assign(new Error('not a scope'), { name: 'UsageError' });
        },
      };
    default:
      return {};
  }
}
