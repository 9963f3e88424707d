import type { ReapSessionsInput, ReapSessionsOutput } from '../model/payloads.ts';
import type { SessionRecord } from '../model/session-record.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { Store } from '../ports/store.ts';

/** After its deadline a holder may still be writing its `closed`: the reaper leaves it this long. */
export const GRACE_MS = 10_000;
/** Rows an invocation looks at: what is left is the next minute's. */
const SWEEP_LIMIT = 1_000;

export interface ReapPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventSink;
  /**
   * Knows of holders that cannot come back, so that nobody waits for their deadline: locally, processes that died while
   * holding the data directory. Answers the evidence, or null.
   */
  readonly holderIsGone?: ((session: SessionRecord) => string | null) | undefined;
}

/**
 * Flags every session that outlived its invocation as `leaked`, with evidence, and gives its target back. It never dials,
 * and never flags a session that closed: the index is a hint, the conditional write on the row decides. For a run it
 * answers the verdict of the leak gate.
 */
export async function reapSessions(ports: ReapPorts, input: ReapSessionsInput): Promise<ReapSessionsOutput> {
  const { store, clock } = ports;
  const now = clock.now();
  const horizon = ports.holderIsGone ? Number.MAX_SAFE_INTEGER : now - GRACE_MS;
  const ofRun = input.runId === undefined ? [] : await store.listSessions(input.runId);
  // For a run its own rows are read as well: an index may lag, and a killed engine may have lost an entry of it.
  const suspects = new Map<string, SessionRecord>(
    [...ofRun.filter(isOpen), ...(await store.listOverdue(horizon, SWEEP_LIMIT))].map((session) => [
      session.sessionId,
      session,
    ]),
  );
  let flagged = 0;
  for (const session of suspects.values()) {
    if (await flag(ports, session, now)) flagged += 1;
  }
  const output = {
    wave: input.wave ?? 0,
    concurrency: input.concurrency ?? 1,
    coolDowns: input.coolDowns ?? 0,
    flagged,
    leaked: 0,
    verdict: 'continue',
  } as const;
  if (input.runId === undefined) return output;
  return { ...output, runId: input.runId, ...(await leakGate(store, input.runId, output.coolDowns)) };
}

const isOpen = (session: SessionRecord): boolean =>
  session.state === 'opening' || session.state === 'open' || session.state === 'closing';

async function flag(ports: ReapPorts, session: SessionRecord, now: number): Promise<boolean> {
  const { store, events } = ports;
  const gone = ports.holderIsGone?.(session) ?? null;
  const cutoff = gone === null ? now - GRACE_MS : Number.MAX_SAFE_INTEGER;
  if (session.deadline >= cutoff) return false;
  const leaked = await store.flagLeaked(session, {
    cutoff,
    leakedAt: now,
    evidence: gone ?? evidenceOf(session, now),
  });
  if (!leaked) return false;
  const { runId, targetId, sessionId, address } = session;
  const target = await store.getTarget(runId, targetId);
  if (target?.status === 'active' && target.owner === session.requestId) {
    // Once: the condition is the lease of this very holder, and giving it back removes that lease.
    await store.giveBack(runId, targetId, { owner: target.owner, leaseUntil: target.leaseUntil ?? 0 });
  }
  events.emit({ type: 'session-leaked', runId, sessionId, address });
  return true;
}

function evidenceOf(session: SessionRecord, now: number): string {
  const late = Math.round((now - session.deadline) / 1000);
  const from = session.localAddress ? ` from ${session.localAddress}:${session.localPort}` : '';
  return (
    `invocation ${session.requestId} did not close its session${from} to ${session.address}:${session.port} ` +
    `(state ${session.state}): ${late} s past its deadline`
  );
}

async function leakGate(
  store: Store,
  runId: string,
  coolDowns: number,
): Promise<Pick<ReapSessionsOutput, 'leaked' | 'verdict' | 'coolDowns'>> {
  const run = await store.getRun(runId);
  const leaked = (await store.listSessions(runId)).filter((session) => session.state === 'leaked').length;
  const gate = run?.settings.leaks ?? { coolDown: 5, abort: 20 };
  if (leaked > gate.abort) return { leaked, coolDowns, verdict: 'abort' };
  // One cool-down a wave: lines that have not drained by then will not drain by waiting.
  if (leaked > gate.coolDown && coolDowns < 1) {
    return { leaked, coolDowns: coolDowns + 1, verdict: 'cool-down' };
  }
  return { leaked, coolDowns: 0, verdict: 'continue' };
}
