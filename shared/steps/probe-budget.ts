/**
 * Time of an invocation that a probe leaves for closing and for the ledger, in milliseconds: the ladder (1,500 leave +
 * 1,000 end + 250 reset), 1,000 for the ledger and 750 of slack.
 */
export const RESERVE_MS = 4_500;

/** A probe does not start with less than this left beyond the reserve: it would only open a session to abort it. */
export const MINIMUM_WORK_MS = 10_000;

export interface ProbeBudget {
  /** Epoch milliseconds when work is aborted and the close ladder begins. */
  readonly workUntil: number;
  /** Epoch milliseconds when the invocation ends: the lease of the target and the deadline of the ledger row. */
  readonly invocationEndsAt: number;
}

/** The budget of a probe that starts now, or null when too little of the invocation is left to start at all. */
export function probeBudget(
  now: number,
  invocationEndsAt: number,
  probeTimeoutSeconds: number,
): ProbeBudget | null {
  const latest = invocationEndsAt - RESERVE_MS;
  const wanted = now + probeTimeoutSeconds * 1000;
  if (latest - now < Math.min(MINIMUM_WORK_MS, probeTimeoutSeconds * 1000)) return null;
  return { workUntil: Math.min(latest, wanted), invocationEndsAt };
}
