import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchedCredentials } from '../../../shared/steps/matched-credentials.ts';
import { resolveCredentials } from '../../../cli/config/resolve-credentials.ts';
import type { CredentialSources } from '../../../cli/config/resolve-credentials.ts';

let directory = '';
const warnings: string[] = [];
const write = (name: string, text: string, mode = 0o600): string => {
  const path = join(directory, name);
  writeFileSync(path, text, { mode });
  return path;
};
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'netwalker-credentials-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const resolve = (given: {
  flags?: CredentialSources['flags'];
  env?: Record<string, string>;
  references?: CredentialSources['file']['references'];
}) =>
  resolveCredentials({
    flags: given.flags ?? {},
    env: given.env ?? {},
    file: { name: 'netwalker.yaml', directory, references: given.references ?? [] },
    warn: (message) => warnings.push(message),
  });

describe('resolveCredentials', () => {
  it('takes flags over the environment over the file, and says where each part came from', () => {
    const passwordFile = write('password', 'from-flag\n');
    write('file-password', 'from-file\n');
    const [entry] = resolve({
      flags: { passwordFile },
      env: { NETWALKER_USERNAME: 'env-user', NETWALKER_PASSWORD: 'from-env' },
      references: [{ username: 'file-user', passwordFile: 'file-password' }],
    });
    expect(entry?.credential).toEqual({ username: 'env-user', password: 'from-flag' });
    expect(entry?.origins).toEqual([
      { key: 'password', value: '(set)', from: `--password-file ${passwordFile}` },
      { key: 'username', value: 'env-user', from: 'NETWALKER_USERNAME' },
    ]);
  });

  it('does not send a password of the environment where a key was asked for', () => {
    const keyFile = write('key', 'KEY');
    const [entry] = resolve({ flags: { keyFile, username: 'ops' }, env: { NETWALKER_PASSWORD: 'p' } });
    expect(entry?.credential).toEqual({ username: 'ops', privateKey: 'KEY' });
  });

  it('lets a username flag stand over every reference of the file', () => {
    write('pw-a', 'a');
    const entries = resolve({
      flags: { username: 'me' },
      env: { B: 'b' },
      references: [{ username: 'x', passwordFile: 'pw-a' }, { passwordEnv: 'B' }],
    });
    expect(entries.map(({ credential }) => credential)).toEqual([
      { username: 'me', password: 'a' },
      { username: 'me', password: 'b' },
    ]);
  });

  it('reads the port of a credentials file', () => {
    const credentials = write('c.json', '{"username":"u","password":"p","port":2222}');
    const [entry] = resolve({ flags: { credentials } });
    expect([entry?.credential, entry?.port]).toEqual([{ username: 'u', password: 'p' }, 2222]);
  });

  it('keeps blanks of a password and drops only the line end', () => {
    const passwordFile = write('blanks', ' a b \r\nsecond line\n');
    expect(resolve({ flags: { passwordFile } })[0]?.credential.password).toBe(' a b ');
  });

  it('warns of a password file that everybody can read', () => {
    warnings.length = 0;
    const passwordFile = write('open', 'x', 0o644);
    resolve({ flags: { passwordFile } });
    expect(warnings).toEqual([
      `${passwordFile} can be read by everybody on this machine: chmod 600 ${passwordFile}`,
    ]);
  });

  it.each([
    [() => ({ flags: { passwordFile: write('empty', '\n') } }), 'is empty: its first line is the password'],
    [() => ({ flags: { passwordFile: join(directory, 'none') } }), 'cannot be read'],
    [() => ({ flags: { agent: true } }), 'no SSH agent: SSH_AUTH_SOCK is not set'],
    [() => ({ flags: { agent: true, keyFile: 'k' } }), 'use one of --password-file, --key-file, --agent'],
    [
      () => ({ references: [{ passwordEnv: 'UNSET' }] }),
      'names the environment variable UNSET, which is not set',
    ],
  ])('refuses what cannot be resolved, with what to do', (given, message) => {
    expect(() => resolve(given())).toThrow(message);
  });

  it('never quotes a credentials file that is not valid', () => {
    const credentials = write('bad.json', '{"username":"u","password":5,"hunter2"');
    expect(() => resolve({ flags: { credentials } })).toThrow(/^(?!.*hunter2).*is not JSON/s);
  });
});

describe('matchedCredentials', () => {
  it('answers the first entry that fits the address and the name, or null', async () => {
    const credentials = matchedCredentials([
      { credential: { username: 'core' }, match: { names: ['core-*'], addresses: ['10.0.0.0/8'] } },
      { credential: { username: 'site' }, match: { addresses: ['10.1.0.0/16'] } },
    ]);
    const user = async (address: string, nameHint?: string) =>
      (await credentials.forTarget({ address, ...(nameHint ? { nameHint } : {}) }))?.username ?? null;
    expect(await user('10.1.0.1', 'core-1')).toBe('core');
    expect(await user('10.1.0.1')).toBe('site');
    expect(await user('192.0.2.1', 'core-1')).toBeNull();
  });
});
