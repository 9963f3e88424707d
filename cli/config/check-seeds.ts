import { UsageError } from '../../shared/errors.ts';
import type { RunSettings } from '../../shared/model/run.ts';
import { parseSeed } from '../../shared/topology/address.ts';
import { makeScope } from '../../shared/topology/scope.ts';

/**
 * A seed address outside the scope is a mistake in one of the two: told before anything is dialled. Names are looked up
 * by the run itself, which never dials outside the scope either. Throws UsageError.
 */
export function checkSeeds(settings: RunSettings): void {
  const scope = makeScope(settings);
  for (const seed of settings.seeds) {
    const { host, isAddress } = parseSeed(seed);
    const verdict = isAddress ? scope.check(host) : ({ allowed: true } as const);
    if (!verdict.allowed) {
      throw new UsageError(
        `the seed ${seed} is outside the scope: ${verdict.reason} Widen --scope, or change the seed.`,
      );
    }
  }
}
