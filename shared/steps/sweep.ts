import type { SessionRecord } from '../model/session-record.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { Store } from '../ports/store.ts';
import { inParallel } from './in-parallel.ts';
import { lineOwner, placesOf } from './places.ts';

/** After its deadline a holder may still be writing its `closed`: the reaper leaves it this long. */
export const GRACE_MS = 10_000;
/** Sessions that are flagged at the same time: four conditional writes each at most. */
const AT_ONCE = 16;

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

/** Neither closed nor flagged. */
export const isOpen = (session: SessionRecord): boolean =>
  session.state === 'opening' || session.state === 'open' || session.state === 'closing';

/** Flags those of the suspects that outlived their holder, and answers how many. Each flag is one conditional write. */
export async function sweep(ports: ReapPorts, suspects: readonly SessionRecord[]): Promise<number> {
  const now = ports.clock.now();
  let flagged = 0;
  await inParallel(suspects, AT_ONCE, async (session) => {
    if (await flag(ports, session, now)) flagged += 1;
  });
  return flagged;
}

async function flag(ports: ReapPorts, session: SessionRecord, now: number): Promise<boolean> {
  const { store, events } = ports;
  const gone = ports.holderIsGone?.(session) ?? null;
  const cutoff = gone === null ? now - GRACE_MS : Number.MAX_SAFE_INTEGER;
  if (session.deadline >= cutoff) return false;
  const evidence = gone ?? evidenceOf(session, now);
  if (!(await store.flagLeaked(session, { cutoff, leakedAt: now, evidence }))) return false;
  const { runId, targetId, sessionId, address, requestId, deviceName, line } = session;
  for (const place of await placesOf(store, session.network, session)) {
    await store.freeLine(place, lineOwner(runId, requestId));
  }
  const target = await store.getTarget(runId, targetId);
  if (target?.status === 'active' && target.owner === requestId) {
    // Once: the condition is the lease of this very holder, and giving it back removes that lease.
    await store.giveBack(runId, targetId, { owner: target.owner, leaseUntil: target.leaseUntil ?? 0 });
  }
  events.emit({
    type: 'session-leaked',
    runId,
    sessionId,
    address,
    requestId,
    deviceName: deviceName ?? null,
    line: line ?? null,
    lateMs: now - session.deadline,
  });
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
