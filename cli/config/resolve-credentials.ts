import { resolve } from 'node:path';
import type { CredentialReference } from '../../shared/config.ts';
import { UsageError } from '../../shared/errors.ts';
import type { Credential } from '../../shared/model/credential.ts';
import { USER_ENV } from '../../shared/names.ts';
import { readCredentialsFile } from './credentials-file.ts';
import { readPasswordFile, readSecretFile } from './secret-file.ts';

/** A credential, where it came from (never what it is), and which targets it is for. */
export interface ResolvedCredential {
  readonly credential: Credential;
  readonly match: CredentialReference['match'];
  /** `username` and the means of login, each with its source: what `config` prints. */
  readonly origins: readonly { readonly key: string; readonly value: string; readonly from: string }[];
  readonly port?: number;
}

export interface CredentialSources {
  readonly flags: {
    readonly username?: string;
    readonly passwordFile?: string;
    readonly keyFile?: string;
    readonly agent?: boolean;
    readonly credentials?: string;
  };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** References of the config file, and the directory they are relative to. */
  readonly file: {
    readonly name: string;
    readonly directory: string;
    readonly references: readonly CredentialReference[];
  };
  readonly warn: (message: string) => void;
}

/** The parts of one credential, gathered from the strongest source to the weakest. */
type Parts = { -readonly [K in keyof Credential]?: Credential[K] } & { port?: number };
interface Gathered {
  readonly parts: Parts;
  readonly origins: ResolvedCredential['origins'][number][];
}

/**
 * What to log in with: flags, then the environment, then the references of the config file. A means of login (password,
 * key, agent) that a stronger source gives hides those of the weaker ones; a username alone does not. The list may hold
 * credentials that lack a username or a means: the caller asks a person, or refuses. Throws UsageError.
 */
export function resolveCredentials(sources: CredentialSources): readonly ResolvedCredential[] {
  const direct = gatherDirect(sources);
  if (hasMeans(direct.parts) || sources.file.references.length === 0) {
    const fallback = sources.file.references[0];
    if (fallback && direct.parts.username === undefined) {
      const named = gatherReference(
        { username: fallback.username, usernameEnv: fallback.usernameEnv },
        sources,
      );
      return [resolved(overlay(direct, named), undefined)];
    }
    return [resolved(direct, undefined)];
  }
  return sources.file.references.map((reference) =>
    resolved(overlay(direct, gatherReference(reference, sources)), reference.match),
  );
}

export const hasMeans = (credential: Partial<Credential>): boolean =>
  credential.password !== undefined ||
  credential.privateKey !== undefined ||
  credential.agentSocket !== undefined;

function gatherDirect({ flags, env, warn }: CredentialSources): Gathered {
  const given = [flags.passwordFile, flags.keyFile, flags.agent ? 'agent' : undefined, flags.credentials];
  if (given.filter((flag) => flag !== undefined).length > 1) {
    throw new UsageError('use one of --password-file, --key-file, --agent and --credentials');
  }
  const parts: Parts = {};
  const gathered: Gathered = { parts, origins: [] };
  if (flags.credentials !== undefined) {
    const { username, password, enable, port } = readCredentialsFile(flags.credentials, warn);
    put(gathered, { username, password, enable }, `--credentials ${flags.credentials}`);
    if (port !== undefined) parts.port = port;
  }
  if (flags.username !== undefined) put(gathered, { username: flags.username }, 'flag', true);
  if (flags.passwordFile !== undefined) {
    const password = readPasswordFile(flags.passwordFile, 'password file', warn);
    put(gathered, { password }, `--password-file ${flags.passwordFile}`);
  }
  if (flags.keyFile !== undefined) {
    const privateKey = readSecretFile(flags.keyFile, 'key file', warn);
    put(gathered, { privateKey }, `--key-file ${flags.keyFile}`);
  }
  if (flags.agent) put(gathered, { agentSocket: agentSocket(env) }, 'flag');
  put(gathered, { username: env[USER_ENV.username] || undefined }, USER_ENV.username);
  // A password in the environment is for whoever did not say on the command line how to log in.
  if (!hasMeans(parts)) put(gathered, { password: env[USER_ENV.password] || undefined }, USER_ENV.password);
  put(gathered, { enable: env[USER_ENV.enable] || undefined }, USER_ENV.enable);
  return gathered;
}

function gatherReference(reference: CredentialReference, sources: CredentialSources): Gathered {
  const { env, warn, file } = sources;
  const gathered: Gathered = { parts: {}, origins: [] };
  const at = (path: string): string => resolve(file.directory, path);
  const fromEnv = (name: string): string => {
    const value = env[name];
    if (value) return value;
    throw new UsageError(`${file.name} names the environment variable ${name}, which is not set`);
  };
  if (reference.username !== undefined) put(gathered, { username: reference.username }, file.name);
  if (reference.usernameEnv)
    put(gathered, { username: fromEnv(reference.usernameEnv) }, reference.usernameEnv);
  if (reference.passwordEnv)
    put(gathered, { password: fromEnv(reference.passwordEnv) }, reference.passwordEnv);
  if (reference.passwordFile) {
    const password = readPasswordFile(at(reference.passwordFile), 'password file', warn);
    put(gathered, { password }, reference.passwordFile);
  }
  if (reference.keyFile) {
    put(gathered, { privateKey: readSecretFile(at(reference.keyFile), 'key file', warn) }, reference.keyFile);
  }
  if (reference.passphraseEnv) {
    put(gathered, { passphrase: fromEnv(reference.passphraseEnv) }, reference.passphraseEnv);
  }
  if (reference.agent) put(gathered, { agentSocket: agentSocket(env) }, file.name);
  if (reference.enableEnv) put(gathered, { enable: fromEnv(reference.enableEnv) }, reference.enableEnv);
  if (reference.enableFile) {
    put(
      gathered,
      { enable: readPasswordFile(at(reference.enableFile), 'enable file', warn) },
      reference.enableFile,
    );
  }
  if (reference.file) {
    const { username, password, enable, port } = readCredentialsFile(at(reference.file), warn);
    put(gathered, { username, password, enable }, reference.file);
    if (port !== undefined) gathered.parts.port = port;
  }
  return gathered;
}

/** Adds what is not there yet (or replaces it), and notes where it came from. Only a username is shown as it is. */
function put(
  gathered: Gathered,
  parts: { [K in keyof Credential]?: Credential[K] | undefined },
  from: string,
  replace = false,
): void {
  for (const [key, value] of Object.entries(parts) as [keyof Credential, string | undefined][]) {
    const known = gathered.parts[key] !== undefined;
    if (value === undefined || (known && !replace)) continue;
    gathered.parts[key] = value;
    const index = gathered.origins.findIndex((origin) => origin.key === key);
    if (index >= 0) gathered.origins.splice(index, 1);
    gathered.origins.push({ key, value: key === 'username' ? value : '(set)', from });
  }
}

function overlay(strong: Gathered, weak: Gathered): Gathered {
  const own = weak.origins.filter(({ key }) => strong.parts[key as keyof Credential] === undefined);
  return { parts: { ...weak.parts, ...strong.parts }, origins: [...strong.origins, ...own] };
}

function resolved({ parts, origins }: Gathered, match: CredentialReference['match']): ResolvedCredential {
  const { port, ...credential } = parts;
  return {
    credential: { ...credential, username: credential.username ?? '' },
    match,
    origins,
    ...(port === undefined ? {} : { port }),
  };
}

function agentSocket(env: CredentialSources['env']): string {
  const socket = env['SSH_AUTH_SOCK'];
  if (socket) return socket;
  throw new UsageError(
    'no SSH agent: SSH_AUTH_SOCK is not set; start one with: eval "$(ssh-agent)" && ssh-add',
  );
}
