import type { Host } from '../commands/host.ts';
import { UsageError } from '../../shared/errors.ts';
import { ask } from './ask.ts';
import { checkKeys } from './check-keys.ts';
import { hasMeans } from './resolve-credentials.ts';
import type { ResolvedCredential } from './resolve-credentials.ts';

/** Refuses a key with which nobody can log in, and asks a person for what no source gave; off a terminal, refuses with what to set. Throws UsageError. */
export async function completeCredentials(
  host: Host,
  credentials: readonly ResolvedCredential[],
): Promise<readonly ResolvedCredential[]> {
  await checkKeys(credentials);
  const complete: ResolvedCredential[] = [];
  for (const entry of credentials) complete.push(await completeOne(host, entry));
  return complete;
}

async function completeOne(host: Host, entry: ResolvedCredential): Promise<ResolvedCredential> {
  const { credential } = entry;
  if (credential.username !== '' && hasMeans(credential)) return entry;
  if (!host.stdin.isTTY || !host.stderr.isTTY) throw new UsageError(missing(credential.username === ''));
  const username = credential.username || (await ask(host, 'Username: ', { hidden: false })).trim();
  if (username === '') throw new UsageError(missing(true));
  if (hasMeans(credential)) return { ...entry, credential: { ...credential, username } };
  const password = await ask(host, `Password for ${username}: `, { hidden: true });
  if (password === '') throw new UsageError(missing(false));
  return { ...entry, credential: { ...credential, username, password } };
}

const missing = (isUsername: boolean): string =>
  isUsername
    ? 'no username: use --username, NETWALKER_USERNAME, or credentials in netwalker.yaml'
    : 'no password or key: use --password-file, --key-file, --agent, --credentials, NETWALKER_PASSWORD, or credentials in netwalker.yaml';
