import { systemClock } from '../../shared/adapters/system/clock.ts';
import type { ReapSessionsOutput } from '../../shared/model/payloads.ts';
import type { SessionRecord } from '../../shared/model/session-record.ts';
import type { RunEvent } from '../../shared/ports/events.ts';
import type { Store } from '../../shared/ports/store.ts';
import { reapSessions } from '../../shared/steps/reap-sessions.ts';
import { isOpen, sweep, type ReapPorts } from '../../shared/steps/sweep.ts';

/**
 * The data directory belongs to this process alone, so whoever left a row open in it is dead: nobody has to wait for a
 * deadline to know it.
 */
const holderIsGone = (session: SessionRecord): string =>
  `the process that held it is gone (invocation ${session.requestId}, state ${session.state}): ` +
  'it ended without closing its session';

/** Ports of a sweep over what dead processes left behind. Never for a run that this process walks itself. */
export function sweepPorts(store: Store, onEvent: (event: RunEvent) => void): ReapPorts {
  return { store, clock: systemClock, events: { emit: onEvent }, holderIsGone };
}

/** Runs looked at: one data directory has one process, so hardly more than one can be left over. */
const RECENT_RUNS = 50;

/**
 * `netwalker reap`: one sweep over the data directory. The rows of runs that never ended are read themselves: a process that was
 * killed may have left a row that is not in the index yet.
 */
export async function reapLocally(
  store: Store,
  onEvent: (event: RunEvent) => void = () => undefined,
): Promise<ReapSessionsOutput> {
  const ports = sweepPorts(store, onEvent);
  const swept = await reapSessions(ports, {});
  let { flagged } = swept;
  for (const { runId, status } of await store.listRuns(RECENT_RUNS)) {
    if (status !== 'running') continue;
    flagged += await sweep(ports, (await store.listSessions(runId)).filter(isOpen));
  }
  return { ...swept, flagged };
}
