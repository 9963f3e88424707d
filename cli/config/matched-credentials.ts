import type { Credential } from '../../shared/model/credential.ts';
import type { Credentials } from '../../shared/ports/credentials.ts';
import { matchesGlob } from '../../shared/topology/glob.ts';
import { makeScope } from '../../shared/topology/scope.ts';
import type { ResolvedCredential } from './resolve-credentials.ts';

/** Credentials in the order they were configured: the first that fits a target is its own. One without a match fits all. */
export function matchedCredentials(
  entries: readonly Pick<ResolvedCredential, 'credential' | 'match'>[],
): Credentials {
  const rules = entries.map(({ credential, match }) => ({ credential, fits: fitting(match) }));
  return {
    forTarget: async (target): Promise<Credential | null> =>
      rules.find(({ fits }) => fits(target))?.credential ?? null,
  };
}

function fitting(
  match: ResolvedCredential['match'],
): (target: { readonly address: string; readonly nameHint?: string }) => boolean {
  const { addresses, names } = match ?? {};
  const scope = addresses && makeScope({ scope: addresses, exclude: [] });
  return ({ address, nameHint }) =>
    (scope === undefined || scope.check(address).allowed) &&
    (names === undefined || (nameHint !== undefined && names.some((glob) => matchesGlob(glob, nameHint))));
}
