import type { Credential } from '../model/credential.ts';
import type { Credentials } from '../ports/credentials.ts';
import { fitting, type CredentialMatch } from './matched-credentials.ts';

/** A secret and the targets that it is for; one without a match is for all. */
export interface MatchedSecret {
  readonly secret: string;
  readonly match?: CredentialMatch | undefined;
}

interface Reader {
  read(secretId: string, options?: { readonly fresh?: boolean }): Promise<Credential>;
}

/**
 * Credentials that stand in secrets: the first that fits a target is its own. A login that was refused is asked for once more where
 * the secret was rotated since it was read.
 */
export function secretCredentials(secrets: readonly MatchedSecret[], reader: Reader): Credentials {
  const rules = secrets.map(({ secret, match }) => ({ secret, fits: fitting(match) }));
  const secretOf = (target: Parameters<Credentials['forTarget']>[0]): string | undefined =>
    rules.find(({ fits }) => fits(target))?.secret;
  return {
    async forTarget(target) {
      const secret = secretOf(target);
      return secret === undefined ? null : reader.read(secret);
    },
    async rotated(target, refused) {
      const secret = secretOf(target);
      if (secret === undefined) return null;
      const now = await reader.read(secret, { fresh: true });
      return isSame(now, refused) ? null : now;
    },
  };
}

const isSame = (a: Credential, b: Credential): boolean =>
  a.username === b.username && a.password === b.password && a.privateKey === b.privateKey;
