import { InvalidArgumentError, type Command } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import type { RunBasis } from '../../shared/model/run.ts';
import { parseAge } from '../config/parse-age.ts';

export interface BasisOptions {
  readonly resume?: string;
  readonly stale?: number;
  readonly onlyFailed?: boolean;
}

/** The flags that have a run go on from another one, the same here and on a stack. */
export function defineBasisOptions(command: Command): void {
  command
    .option('--resume <run>', 'go on with what a run has not visited; latest is the newest')
    .option('--stale <age>', 'visit only what was not seen for 30m, 12h, 7d, 2w', age)
    .option('--only-failed', 'visit only what failed in the latest run, or in that of --resume');
}

/** What a run is asked to go on from; null where it walks anew. Throws UsageError for flags that exclude each other. */
export function basisOf({ resume, stale, onlyFailed }: BasisOptions): RunBasis | null {
  if (stale !== undefined && onlyFailed) {
    throw new UsageError(
      '--stale and --only-failed each say what is visited: give one of them (--stale visits what was never visited too)',
    );
  }
  const run = resume ?? 'latest';
  if (stale !== undefined) return { run, visit: 'stale', staleSeconds: Math.ceil(stale / 1000) };
  if (onlyFailed) return { run, visit: 'failed' };
  return resume === undefined ? null : { run, visit: 'unvisited' };
}

function age(value: string): number {
  const ms = parseAge(value);
  if (ms === null || ms === 0) throw new InvalidArgumentError('It is not an age such as 30m, 12h, 7d or 2w.');
  return ms;
}
