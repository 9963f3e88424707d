/** How long a run's lock stands without being renewed; every wave renews it, so that only a run that died loses it. */
export const LOCK_LEASE_MS = 30 * 60_000;

/** What a probe takes at most: TimeoutSeconds of its state. */
const PROBE_MS = 45_000;

/** As many targets as a wave can be through with, however slow they are, in two thirds of the lock's time. */
export const mostInWave = (concurrency: number): number =>
  concurrency * Math.floor((LOCK_LEASE_MS * 2) / 3 / PROBE_MS);
