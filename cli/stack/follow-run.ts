import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../shared/errors.ts';
import type { Run } from '../../shared/model/run.ts';
import type { RunEvent } from '../../shared/ports/events.ts';
import type { Execution } from '../../shared/ports/executions.ts';
import type { OpenStack } from './open-stack.ts';
import { runChanges, type RunView } from './run-changes.ts';

/** Between two looks at the table. A look reads the run's targets and sessions: 0.5 RRU for every 4 KB of them. */
const POLL_MS = 2_000;
/** StartRun stores the run a moment after the execution began. */
const APPEARS_WITHIN_MS = 60_000;

export interface FollowOptions {
  readonly onEvent: (event: RunEvent) => void;
  /** Ends the watching, never the run. */
  readonly signal: AbortSignal;
  readonly pollMs?: number;
}

/**
 * Follows a run on AWS until it ended, from its table and its execution. Answers the run as it is then (still `running` where the
 * watching was interrupted). Throws UsageError where the execution ended before there was a run, with the execution's own words.
 */
export async function followRun(stack: OpenStack, runId: string, options: FollowOptions): Promise<Run> {
  const { onEvent, signal, pollMs = POLL_MS } = options;
  const until = Date.now() + APPEARS_WITHIN_MS;
  let view: RunView | null = null;
  for (;;) {
    const next = await look(stack, runId);
    if (next) {
      runChanges(view, next).forEach(onEvent);
      view = next;
    }
    const ended = next !== null && next.run.status !== 'running';
    if (view && (ended || signal.aborted)) return view.run;
    const execution = await stack.executions.describe(runId);
    if (execution && execution.status !== 'running') {
      const last = await look(stack, runId);
      if (!last) throw new UsageError(neverBegan(execution));
      if (last.run.status !== 'running' || execution.status !== 'succeeded') {
        runChanges(view, last).forEach(onEvent);
        return last.run;
      }
    }
    if (!view && (signal.aborted || Date.now() > until)) {
      throw new UsageError(
        `there is no run ${runId} on this stack: netwalker run list shows those there are`,
      );
    }
    await sleep(pollMs, undefined, { signal }).catch(() => undefined);
  }
}

async function look({ store }: OpenStack, runId: string): Promise<RunView | null> {
  const run = await store.getRun(runId);
  if (!run) return null;
  const [targets, sessions] = await Promise.all([store.listTargets(runId), store.listSessions(runId)]);
  return { run, targets, sessions };
}

function neverBegan({ runId, status, error, cause }: Execution): string {
  const words = [error, cause].filter((text) => text !== undefined).join(': ');
  return `the execution ${runId} ${status} before its run began${words === '' ? '' : `: ${words}`}`;
}
