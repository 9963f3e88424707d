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
