import type { Clock } from '../../shared/ports/clock.ts';

/** A clock that a test moves: `sleep` moves it too. */
export function manualClock(start = 1_000_000): Clock & { advance(ms: number): void } {
  let now = start;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
    advance: (ms) => {
      now += ms;
    },
  };
}
