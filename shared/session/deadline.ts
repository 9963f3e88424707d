import type { Clock } from '../ports/clock.ts';
import type { SessionRequest } from './session.ts';
import type { Wire } from './wire.ts';

/** setTimeout takes 31 bits: more than that fires at once. */
const LONGEST_SLEEP_MS = 2 ** 31 - 1;

/**
 * Ends the work of a session at its deadline (`deadline`) or when the caller gives up (`interrupted`). Slept once, as a
 * duration: a clock that jumps meanwhile moves nothing. Answers a function that stops watching.
 */
export function watchDeadline(wire: Wire, clock: Clock, request: SessionRequest): () => void {
  const stop = new AbortController();
  const left = request.deadline - clock.now();
  const interrupt = (): void => wire.fail({ type: 'interrupted' });
  if (request.signal?.aborted) interrupt();
  request.signal?.addEventListener('abort', interrupt, { signal: stop.signal });
  if (left <= 0) wire.fail({ type: 'deadline' });
  else {
    void clock.sleep(Math.min(left, LONGEST_SLEEP_MS), stop.signal).then(() => {
      if (!stop.signal.aborted) wire.fail({ type: 'deadline' });
    });
  }
  return () => stop.abort();
}
