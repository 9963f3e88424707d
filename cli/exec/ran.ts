import type { RunSummary } from '../../shared/model/run.ts';
import type { Store } from '../../shared/ports/store.ts';
import type { Chosen } from './choose-devices.ts';

/** A run with commands that has ended, and the store that has its results. */
export interface Ran {
  readonly store: Store;
  readonly summary: RunSummary;
  readonly chosen: Chosen;
}
