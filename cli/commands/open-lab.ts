import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../shared/errors.ts';
import { startLabFor } from '../engine/lab.ts';
import type { RunningLab } from '../engine/lab.ts';

/** Starts a lab; a name or size that there is not is wrong usage. */
export async function openLab(nameAndSize: string): Promise<RunningLab> {
  try {
    return await startLabFor(nameAndSize);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** The lab's own side of a socket may learn of the end a moment after ours. */
export async function settledSessions(lab: RunningLab): Promise<number> {
  for (let tries = 0; tries < 20 && lab.openSessions() > 0; tries += 1) await sleep(50);
  return lab.openSessions();
}
