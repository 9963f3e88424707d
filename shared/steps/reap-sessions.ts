import type { ReapSessionsInput, ReapSessionsOutput } from '../model/payloads.ts';
import type { Run } from '../model/run.ts';
import type { SessionRecord } from '../model/session-record.ts';
import type { Store } from '../ports/store.ts';
import type { Invocation } from './probe-ports.ts';
import { GRACE_MS, sweep, type ReapPorts } from './sweep.ts';

/** Rows of the index that are read at a time. */
const PAGE = 500;
/** Items of one Map over leaked sessions. */
const RECLAIM_AT_ONCE = 25;
/** Left of the invocation when no further page is begun, in milliseconds. */
const RESERVE_MS = 10_000;

/**
 * Flags every session that outlived its invocation as `leaked`, with evidence, and gives its target back. It never dials,
 * and never flags a session that closed: the index is a hint, the conditional write on the row decides. It costs what is overdue,
 * whatever else is in the table, and stops in time: what is left then (`more`) is the next minute's. For a run it answers the
 * verdict of the leak gate.
 */
export async function reapSessions(
  ports: ReapPorts,
  input: ReapSessionsInput,
  invocation: Pick<Invocation, 'endsAt'> = { endsAt: Number.MAX_SAFE_INTEGER },
): Promise<ReapSessionsOutput> {
  const { flagged, more } = await sweepOverdue(ports, invocation.endsAt - RESERVE_MS);
  const output = {
    wave: input.wave ?? 0,
    concurrency: input.concurrency ?? 1,
    coolDowns: input.coolDowns ?? 0,
    reclaimRounds: input.reclaimRounds ?? 0,
    flagged,
    more,
    leaked: 0,
    reclaim: [],
    verdict: 'continue',
  } as const;
  if (input.runId === undefined) return output;
  const run = await ports.store.getRun(input.runId);
  // The first sweep after a wave; a later one of the same wave says how many cool-downs there were.
  if (run?.frontier && input.coolDowns === undefined) {
    const durationMs = ports.clock.now() - run.frontier.at;
    ports.events.emit({ type: 'wave-finished', runId: input.runId, wave: output.wave, durationMs });
  }
  return {
    ...output,
    runId: input.runId,
    ...(await leakGate(ports.store, run, { ...output, runId: input.runId })),
  };
}

async function sweepOverdue(
  ports: ReapPorts,
  until: number,
): Promise<{ readonly flagged: number; readonly more: boolean }> {
  const { store, clock } = ports;
  const cutoff = ports.holderIsGone ? Number.MAX_SAFE_INTEGER : clock.now() - GRACE_MS;
  const seen = new Set<string>();
  let flagged = 0;
  for (;;) {
    const page = await store.listOverdue(cutoff, PAGE);
    // An index lags: rows that this sweep has dealt with may be listed once more, and nothing new ends it.
    const news = page.filter(({ sessionId }) => !seen.has(sessionId));
    for (const { sessionId } of news) seen.add(sessionId);
    flagged += await sweep(ports, news);
    if (page.length < PAGE) return { flagged, more: false };
    if (news.length === 0 || clock.now() >= until) return { flagged, more: true };
  }
}

/** A session that was opened to reclaim another one is not looked for in turn: a device that keeps lines would have no end of it. */
const isUntried = ({ reclaimTriedAt, reclaims }: SessionRecord): boolean =>
  reclaimTriedAt === undefined && reclaims === undefined;

/**
 * Counts what leaked in the run so far by the index, where it may show a second late: a threshold is crossed then one sweep later.
 * The end of the run counts by consistent reads.
 */
async function leakGate(
  store: Store,
  run: Run | null,
  { runId, coolDowns, reclaimRounds }: { runId: string; coolDowns: number; reclaimRounds: number },
): Promise<Pick<ReapSessionsOutput, 'leaked' | 'reclaim' | 'reclaimRounds' | 'verdict' | 'coolDowns'>> {
  const gate = run?.settings.leaks ?? { coolDown: 5, abort: 20 };
  const rows = await store.listLeaked(runId, gate.abort + 1);
  const leaked = rows.length;
  const untried = run?.settings.reclaim ? rows.filter(isUntried) : [];
  const reclaim = untried.slice(0, RECLAIM_AT_ONCE).map(({ sessionId }) => ({ runId, sessionId }));
  const so = { leaked, reclaim, coolDowns, reclaimRounds: 0 };
  // First of all: what is reclaimed has not leaked. A try marks its session, so that this ends; where the function that tries cannot
  // even do that, it ends after as many rounds as the sessions would have taken.
  if (reclaim.length > 0 && reclaimRounds <= (gate.abort + 1) / RECLAIM_AT_ONCE) {
    return { ...so, reclaimRounds: reclaimRounds + 1, verdict: 'reclaim' };
  }
  if (leaked > gate.abort) return { ...so, verdict: 'abort' };
  // One cool-down a wave: lines that have not drained by then will not drain by waiting.
  if (leaked > gate.coolDown && coolDowns < 1) {
    return { ...so, reclaimRounds, coolDowns: coolDowns + 1, verdict: 'cool-down' };
  }
  return { ...so, coolDowns: 0, verdict: 'continue' };
}
