import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { NetwalkerError } from '../../errors.ts';
import type { Credential } from '../../model/credential.ts';

/** A secret is read again after this long: a rotation is seen within 15 minutes, or with the first login that is refused. */
const MAX_AGE_MS = 900_000;
/** Many logins that are refused one after the other read a secret once. */
const FRESH_MS = 30_000;

export interface SecretReader {
  /** A secret's credential; `fresh`: as it is now, not as it was cached. */
  read(secretId: string, options?: { readonly fresh?: boolean }): Promise<Credential>;
}

/**
 * Secrets of Secrets Manager, cached in the sandbox. A secret's text is JSON: `{"username", "password"?, "privateKey"?,
 * "passphrase"?, "enable"?}`. Throws where one cannot be read or is something else.
 */
export function secretReader(options: { readonly endpoint?: string | undefined } = {}): SecretReader {
  const cache = new Map<string, Cached>();
  let client: SecretsManagerClient | undefined;
  return {
    async read(secretId, { fresh = false } = {}) {
      const known = cache.get(secretId);
      if (known && isGood(known, fresh)) return known.credential;
      const { endpoint } = options;
      client ??= new SecretsManagerClient(endpoint === undefined ? {} : { endpoint });
      const entry = { at: Date.now(), fresh, credential: readSecret(client, secretId) };
      cache.set(secretId, entry);
      // What could not be read is asked for again by the next probe.
      entry.credential.catch(() => cache.delete(secretId));
      return entry.credential;
    },
  };
}

interface Cached {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Read because a login was refused. */
  readonly fresh: boolean;
  readonly credential: Promise<Credential>;
}

/** What was read before a login was refused may be what was refused, however young it is. */
function isGood({ at, fresh }: Cached, mustBeFresh: boolean): boolean {
  const age = Date.now() - at;
  return mustBeFresh ? fresh && age < FRESH_MS : age < MAX_AGE_MS;
}

async function readSecret(client: SecretsManagerClient, secretId: string): Promise<Credential> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  const value = parsed(SecretString ?? 'null');
  if (typeof value === 'object' && value !== null && 'username' in value) return value as Credential;
  throw new NetwalkerError('SecretInvalid', `the secret ${secretId} is not JSON with a "username"`);
}

/** The text of a secret never stands in an error. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
