import type { Failure } from '../model/outcome.ts';

/**
 * A visit that is put off: nothing is wrong with the target, now is the wrong time. Each kind has its own patience; when that is at
 * an end, `failure` is the target's outcome.
 */
export interface Deferral {
  readonly kind: 'deferred';
  readonly afterMs: number;
  /** For progress and for `explain`. */
  readonly reason: string;
  /** How often a target may be put off before `failure` stands. */
  readonly limit: number;
  readonly failure: Failure;
}

export const isDeferral = (value: object): value is Deferral => 'kind' in value && value.kind === 'deferred';
