import type { Clock } from '../ports/clock.ts';
import type { Wire } from './wire.ts';

/** What the text so far means. It stands when nothing more arrives for `settleMs`, or at once where that is null. */
export interface Verdict<V> {
  readonly value: V;
  readonly settleMs: number | null;
}

/**
 * How long a text that looks finished must stay so. Packets end anywhere: `R1#` at the end of one may be the start of a line
 * of output. Short against a round trip, long against two segments of one write.
 */
export const SETTLE_MS = 10;

/**
 * Reads until a verdict stands. Judged after each arrival, on the text alone, so that the answer does not depend on how it
 * was cut. `silent`: nothing arrived for `idleMs`; `late`: `totalMs` passed. Rejects with the session's first cause.
 */
export async function readUntil<V>(
  wire: Wire,
  clock: Clock,
  judge: () => Verdict<V> | null,
  bounds: { readonly idleMs: number; readonly totalMs: number },
): Promise<V | 'silent' | 'late'> {
  const cap = new AbortController();
  let isLate = false;
  void clock.sleep(bounds.totalMs, cap.signal).then(() => {
    isLate = !cap.signal.aborted;
    wire.changed();
  });
  try {
    for (;;) {
      if (isLate) return 'late';
      const verdict = judge();
      if (verdict?.settleMs === null) return verdict.value;
      const { received, channel } = wire;
      const hasNews = (): boolean => isLate || wire.received !== received || wire.channel !== channel;
      if (verdict === null) {
        if (!(await wire.until(hasNews, bounds.idleMs))) return 'silent';
        continue;
      }
      // In two halves: where this process was kept from running, a timer is over before what arrived meanwhile was read.
      const half = verdict.settleMs / 2;
      if ((await wire.until(hasNews, half)) || (await wire.until(hasNews, half))) continue;
      return verdict.value;
    }
  } finally {
    cap.abort();
  }
}
