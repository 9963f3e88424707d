import { monotonicFactory } from 'ulid';
import type { Ids } from '../../ports/clock.ts';

const next = monotonicFactory();

/** ULIDs: unique, and sortable by the time they were made. */
export const ulidIds: Ids = { next: () => next() };
