import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { NetwalkerError } from '../../errors.ts';
import type { Credential } from '../../model/credential.ts';
import type { Credentials } from '../../ports/credentials.ts';

/** A secret is read again after this long: a rotation is seen within 15 minutes. */
const MAX_AGE_MS = 900_000;

/**
 * Credentials in Secrets Manager. `config` is a JSON list of secret names or ARNs; the first one is used for every target.
 * A secret's text is JSON: `{"username", "password"?, "privateKey"?, "passphrase"?, "enable"?}`.
 */
export function secretsManagerCredentials(config: string): Credentials {
  const [secretId] = JSON.parse(config) as readonly string[];
  let cached: { readonly at: number; readonly credential: Promise<Credential> } | undefined;
  return {
    forTarget: async () => {
      if (secretId === undefined) return null;
      if (!cached || Date.now() - cached.at > MAX_AGE_MS) {
        cached = { at: Date.now(), credential: readSecret(secretId) };
        cached.credential.catch(() => (cached = undefined));
      }
      return cached.credential;
    },
  };
}

async function readSecret(secretId: string): Promise<Credential> {
  const client = new SecretsManagerClient({});
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  const value: unknown = JSON.parse(SecretString ?? 'null');
  if (typeof value === 'object' && value !== null && 'username' in value) return value as Credential;
  throw new NetwalkerError('SecretInvalid', `the secret ${secretId} is not JSON with a "username"`);
}
