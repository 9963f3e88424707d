import type { Clock } from '../ports/clock.ts';

/**
 * Waits for a condition on something that changes by events. A wait ends when the condition holds (true) or after its time
 * (false); it rejects with the signal's reason when the signal aborts first.
 */
export class Waiters {
  readonly #clock: Clock;
  readonly #checks = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Call after every change. */
  changed(): void {
    for (const check of [...this.#checks]) check();
  }

  until(
    holds: () => boolean,
    options: { readonly ms?: number; readonly signal?: AbortSignal },
  ): Promise<boolean> {
    const { ms, signal } = options;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      if (holds()) return resolve(true);
      const timer = new AbortController();
      const end = (settle: () => void): void => {
        this.#checks.delete(check);
        signal?.removeEventListener('abort', aborted);
        timer.abort();
        settle();
      };
      const check = (): void => {
        if (holds()) end(() => resolve(true));
      };
      const aborted = (): void => end(() => reject(signal?.reason as Error));
      this.#checks.add(check);
      signal?.addEventListener('abort', aborted);
      if (ms !== undefined) {
        void this.#clock.sleep(ms, timer.signal).then(() => {
          if (!timer.signal.aborted) end(() => resolve(false));
        });
      }
    });
  }
}
