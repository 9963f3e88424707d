import { systemClock } from '../../shared/adapters/system/clock.ts';
import type { Clock } from '../../shared/ports/clock.ts';

/** No bound of a phase is as long: a sleep of this length or more is a deadline. */
export const DEADLINE_MS = 300_000;

/**
 * The machine's clock, with its timers counted: what a session has not let go of when it is over would hold its process. A
 * deadline comes when the test says so, and not by time.
 */
export function countedClock(): Clock & { sleeping(): number; expire(): void } {
  let sleeping = 0;
  const expired = new AbortController();
  return {
    now: () => systemClock.now(),
    sleep: async (ms, signal) => {
      sleeping += 1;
      const isDeadline = ms >= DEADLINE_MS;
      const ends = isDeadline ? AbortSignal.any([expired.signal, ...(signal ? [signal] : [])]) : signal;
      await systemClock.sleep(ms, ends);
      sleeping -= 1;
    },
    sleeping: () => sleeping,
    expire: () => expired.abort(),
  };
}
