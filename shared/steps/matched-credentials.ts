import type { Credential } from '../model/credential.ts';
import type { Credentials } from '../ports/credentials.ts';
import { matchesGlob } from '../topology/glob.ts';
import { makeScope } from '../topology/scope.ts';

/** A credential and the targets that it is for; one without a match is for all. Plain data: it can be handed to another thread. */
export interface MatchedCredential {
  readonly credential: Credential;
  readonly match?: CredentialMatch | undefined;
}

export interface CredentialMatch {
  /** CIDRs. */
  readonly addresses?: readonly string[] | undefined;
  /** Globs. */
  readonly names?: readonly string[] | undefined;
}

type Target = Parameters<Credentials['forTarget']>[0];

/** Credentials in the order they were configured: the first that fits a target is its own. */
export function matchedCredentials(entries: readonly MatchedCredential[]): Credentials {
  const rules = entries.map(({ credential, match }) => ({ credential, fits: fitting(match) }));
  return {
    forTarget: async (target): Promise<Credential | null> =>
      rules.find(({ fits }) => fits(target))?.credential ?? null,
  };
}

/** Whether a target is one of those that a match names. */
export function fitting(match: CredentialMatch | undefined): (target: Target) => boolean {
  const { addresses, names } = match ?? {};
  const scope = addresses && makeScope({ scope: addresses, exclude: [] });
  return ({ address, nameHint }) =>
    (scope === undefined || scope.check(address).allowed) &&
    (names === undefined || (nameHint !== undefined && names.some((glob) => matchesGlob(glob, nameHint))));
}
