import { systemClock } from '../../shared/adapters/system/clock.ts';
import type { ReapSessionsOutput } from '../../shared/model/payloads.ts';
import type { SessionRecord } from '../../shared/model/session-record.ts';
import type { RunEvent } from '../../shared/ports/events.ts';
import type { Store } from '../../shared/ports/store.ts';
import { reapSessions, type ReapPorts } from '../../shared/steps/reap-sessions.ts';

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

/** `netwalker reap`: one sweep over the data directory. */
export function reapLocally(
  store: Store,
  onEvent: (event: RunEvent) => void = () => undefined,
): Promise<ReapSessionsOutput> {
  return reapSessions(sweepPorts(store, onEvent), {});
}
