import { ssh2Port } from '../../shared/adapters/ssh2/connect.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { ulidIds } from '../../shared/adapters/ulid/ids.ts';
import type { Credentials } from '../../shared/ports/credentials.ts';
import type { Dialer } from '../../shared/ports/dialer.ts';
import type { RunEvent } from '../../shared/ports/events.ts';
import type { Store } from '../../shared/ports/store.ts';
import { inParallel } from '../../shared/steps/in-parallel.ts';
import { reclaimSession } from '../../shared/steps/reclaim-session.ts';

/** Runs whose leaks are looked for, newest first, and leaks of each. */
const RECENT_RUNS = 50;
const LEAKS_OF_A_RUN = 500;
const AT_ONCE = 5;
/** As a function on AWS has: the probe's budget and what closing needs. */
const INVOCATION_MS = 40_000;

/** Looks for the lines of all sessions that leaked and were not looked for yet; each once. */
export async function reclaimLocally(options: {
  readonly store: Store;
  readonly credentials: Credentials;
  readonly dialer?: Dialer;
  readonly onEvent: (event: RunEvent) => void;
  readonly interrupted: AbortSignal;
}): Promise<void> {
  const { store, credentials, dialer, onEvent, interrupted } = options;
  const ports = {
    ...{ store, credentials, interrupted, clock: systemClock, ids: ulidIds, events: { emit: onEvent } },
    ssh: ssh2Port(dialer ? { dialer } : {}),
  };
  for (const { runId } of await store.listRuns(RECENT_RUNS)) {
    const leaked = await store.listLeaked(runId, LEAKS_OF_A_RUN);
    await inParallel(leaked, AT_ONCE, async ({ sessionId }) => {
      if (interrupted.aborted) return;
      const endsAt = systemClock.now() + INVOCATION_MS;
      await reclaimSession(ports, { runId, sessionId }, { requestId: `reclaim-${ulidIds.next()}`, endsAt });
    });
  }
}
