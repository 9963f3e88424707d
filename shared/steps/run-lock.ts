/**
 * How long a run's lock stands without being renewed: every wave renews it. Longer than the longest wave (1,000 targets,
 * 50 at a time, 45 s each: 15 minutes), so that only a run that died loses it.
 */
export const LOCK_LEASE_MS = 30 * 60_000;
