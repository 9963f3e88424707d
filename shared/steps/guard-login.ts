import { PHASES } from '../model/outcome.ts';
import type { Run } from '../model/run.ts';
import type { Failure } from '../model/outcome.ts';
import type { Deferral } from './deferral.ts';
import type { ProbePorts } from './probe-ports.ts';

/** Logins at once with an account that no device has taken yet: so many wrong ones are sent at most before the first is known. */
const UNPROVEN_AT_ONCE = 3;
/** Longer than any invocation: who took a try before that and did not give it back has died. */
const LOST_MS = 60_000;
const PATIENCE_MS = 4_000;
const LOOK_MS = 250;
/** Pauses of an account; after as many refused canaries nothing more is tried with it. */
const CANARIES = 3;

export interface LoginPermit {
  /** Says how the session went, so that the next one knows. */
  readonly tell: (failure: Failure | undefined) => Promise<void>;
  /** Gives the permit back: what it was for said nothing about the account. */
  readonly drop: () => Promise<void>;
}

/**
 * Keeps an account from being locked. Before a device has taken it in this run, three logins are under way at most. After
 * `auth.failuresInARow` refusals by different devices without a success in between, logins pause; at the end of each pause one is
 * let through, and after three of those were refused the rest is not tried. Costs a read per probe, and no write while all is well.
 */
export async function guardLogin(
  ports: ProbePorts,
  run: Run,
  username: string,
): Promise<LoginPermit | Deferral> {
  const { store, clock } = ports;
  const { runId, settings } = run;
  const { failuresInARow: limit, pauseSeconds } = settings.auth;
  const pauseMs = pauseSeconds * 1000;
  const until = clock.now() + PATIENCE_MS;
  for (;;) {
    const record = await store.getLogins(runId, username);
    if (record.failuresInARow >= limit + CANARIES) return paused(username, record.failuresInARow, pauseMs, 0);
    const now = clock.now();
    const { pausedUntil } = record;
    if (pausedUntil !== undefined && record.failuresInARow >= limit) {
      const isCanary =
        now >= pausedUntil &&
        (await store.takeCanary(runId, username, { seen: pausedUntil, pausedUntil: now + pauseMs }));
      if (!isCanary) return paused(username, record.failuresInARow, Math.max(1_000, pausedUntil - now));
      return permit(ports, run, username, { isClean: false, hasSlot: false });
    }
    if (record.proven)
      return permit(ports, run, username, { isClean: record.failuresInARow === 0, hasSlot: false });
    const slot = { limit: Math.min(limit, UNPROVEN_AT_ONCE), now, lostBefore: now - LOST_MS };
    if (await store.tryLogin(runId, username, slot)) {
      return permit(ports, run, username, { isClean: false, hasSlot: true });
    }
    if (now >= until || ports.interrupted?.aborted) return paused(username, record.failuresInARow, 1_000);
    await clock.sleep(LOOK_MS, ports.interrupted);
  }
}

function permit(
  { store, clock }: ProbePorts,
  { runId, settings }: Run,
  username: string,
  { isClean, hasSlot }: { readonly isClean: boolean; readonly hasSlot: boolean },
): LoginPermit {
  const { failuresInARow: limit, pauseSeconds } = settings.auth;
  const drop = async (): Promise<void> => {
    if (hasSlot) await store.releaseLogin(runId, username);
  };
  return {
    drop,
    tell: async (failure) => {
      if (failure?.class === 'auth-failed') {
        const pausedUntil = clock.now() + pauseSeconds * 1000;
        await store.loginRefused(runId, username, { limit, pausedUntil });
      } else if (wasTaken(failure) && !isClean) await store.loginWorked(runId, username);
      await drop();
    },
  };
}

/** The device took the login: the session got past it, however it went on. */
const wasTaken = (failure: Failure | undefined): boolean =>
  failure === undefined || PHASES.indexOf(failure.phase) > PHASES.indexOf('auth');

/** Put off as often as canaries and a few rounds of waiting take. */
const LIMIT = 60;

function paused(username: string, refusals: number, afterMs: number, limit = LIMIT): Deferral {
  return {
    kind: 'deferred',
    afterMs,
    reason: `logins of ${username} wait: ${refusals} devices in a row refused it`,
    limit,
    failure: {
      class: 'auth-paused',
      phase: 'auth',
      reason: `not tried: ${refusals} devices in a row refused the user ${username}, and one more try may lock the account; check its password, then run again`,
    },
  };
}
