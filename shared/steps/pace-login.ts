import type { Run } from '../model/run.ts';
import type { Deferral } from './deferral.ts';
import type { ProbePorts } from './probe-ports.ts';

/** A probe waits for its turn this long before it puts its target off. No session is open meanwhile. */
const PATIENCE_MS = 5_000;
const LATER_MS = 5_000;
/** At least as many rounds as a wave of 1,000 targets takes at one login in two seconds. */
const LIMIT = 1_000;

/**
 * Waits until the account may log in once more: `auth.loginsPerSecond` bounds how fast all runs together do, because AAA servers and
 * some devices count logins (IOS XR takes 60 a minute, held to the second: its `ssh server rate-limit`). Null: now. Without the
 * setting it costs nothing; with it, one conditional write.
 */
export async function paceLogin(
  { store, clock, interrupted }: ProbePorts,
  { settings }: Run,
  username: string,
): Promise<Deferral | null> {
  const rate = settings.auth.loginsPerSecond;
  if (rate === undefined) return null;
  const windowMs = rate >= 1 ? 1_000 : Math.ceil(1_000 / rate);
  const limit = Math.max(1, Math.floor(rate));
  const until = clock.now() + PATIENCE_MS;
  for (;;) {
    const now = clock.now();
    if (await store.takeTurn(username, { window: Math.floor(now / windowMs), limit })) return null;
    const next = windowMs - (now % windowMs);
    if (now + next > until || interrupted?.aborted) return paced(username, rate);
    await clock.sleep(next, interrupted);
  }
}

function paced(username: string, rate: number): Deferral {
  const reason = `logins of ${username} are held to ${rate} a second (auth.loginsPerSecond)`;
  return {
    kind: 'deferred',
    afterMs: LATER_MS,
    reason,
    limit: LIMIT,
    failure: {
      class: 'auth-paused',
      phase: 'auth',
      reason: `not tried: ${reason}, and its turn did not come in ${LIMIT} tries; raise it, or lower the concurrency`,
    },
  };
}
