import type { SessionRecord } from '../../../shared/model/session-record.ts';
import type { Target } from '../../../shared/model/target.ts';
import { safeText } from '../../render/safe-text.ts';
import { isoTime } from '../../render/times.ts';
import { runIdOf, type RunAction } from './stack-run.ts';

/** Where a run stands: its execution, its targets and its sessions. */
export const status: RunAction = {
  summary: 'print where a run stands (default: the newest)',
  run: async (stack, invocation) => {
    const runId = await runIdOf(stack, invocation);
    const [execution, run, targets, sessions] = await Promise.all([
      stack.executions.describe(runId),
      stack.store.getRun(runId),
      stack.store.listTargets(runId),
      stack.store.listSessions(runId),
    ]);
    const data = {
      runId,
      execution: execution?.status ?? null,
      status: run?.status ?? null,
      startedAt: isoTime(run?.startedAt ?? execution?.startedAt),
      endedAt: isoTime(run?.endedAt ?? execution?.stoppedAt),
      waves: run?.waves ?? 0,
      targets: countBy(targets, (target: Target) => target.status),
      sessions: countBy(sessions, (session: SessionRecord) => session.state),
      cause: run?.cause ?? execution?.cause ?? null,
    };
    return { data, text: () => safeText(textOf(data), { keep: '\n' }) };
  },
};

function countBy<T>(rows: readonly T[], key: (row: T) => string): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(rows, key)].map(([name, group]) => [name, group.length]));
}

interface Standing {
  readonly runId: string;
  readonly execution: string | null;
  readonly status: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly waves: number;
  readonly targets: Readonly<Record<string, number>>;
  readonly sessions: Readonly<Record<string, number>>;
  readonly cause: string | null;
}

function textOf(data: Standing): string {
  const figures = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, number]) => `${number} ${name}`)
      .join(', ') || 'none';
  return [
    `run ${data.runId}: ${data.status ?? 'not in the table'} (execution ${data.execution ?? 'unknown'})`,
    `started   ${data.startedAt ?? '-'}${data.endedAt === null ? '' : `, ended ${data.endedAt}`}`,
    `waves     ${data.waves}`,
    `targets   ${figures(data.targets)}`,
    `sessions  ${figures(data.sessions)}`,
    ...(data.cause === null ? [] : [`cause     ${data.cause}`]),
  ].join('\n');
}
