import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2 from 'ssh2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../../helpers/command-line.ts';
import { checkKeys } from '../../../cli/config/check-keys.ts';

const plain = ssh2.utils.generateKeyPairSync('ed25519');
const locked = ssh2.utils.generateKeyPairSync('ecdsa', {
  bits: 256,
  passphrase: 'open sesame',
  cipher: 'aes256-ctr',
  rounds: 1,
});
const pem = (cipher?: string): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem', ...(cipher ? { cipher, passphrase: 'pw' } : {}) },
  }).privateKey;
const pkcs8 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const check = (privateKey: string, passphrase?: string): Promise<void> =>
  checkKeys([
    {
      credential: { username: 'ops', privateKey, ...(passphrase === undefined ? {} : { passphrase }) },
      match: undefined,
      origins: [
        { key: 'privateKey', value: '(set)', from: 'secrets/ops' },
        { key: 'passphrase', value: '(set)', from: 'OPS_PASSPHRASE' },
      ],
    },
  ]);

describe('checkKeys', () => {
  it.each([
    ['a key of OpenSSH', plain.private, undefined],
    ['an encrypted one with its passphrase', locked.private, 'open sesame'],
    ['a PEM', pem(), undefined],
    ['an encrypted PEM with its passphrase', pem('aes-128-cbc'), 'pw'],
    ['a passphrase that is not needed', plain.private, 'unused'],
  ])('takes %s', async (_, key, passphrase) => {
    await expect(check(key, passphrase)).resolves.toBeUndefined();
  });

  it.each([
    ['what is no key', 'hello', undefined, 'holds no private key that can be read (Unsupported key format)'],
    ['a public key', plain.public, undefined, 'is a public key: name the private one'],
    ['an encrypted key', locked.private, undefined, 'is encrypted: name the environment variable'],
    ['an encrypted PEM', pem('aes-128-cbc'), undefined, 'is encrypted: '],
    ['another passphrase', locked.private, 'x', 'cannot be decrypted: OPS_PASSPHRASE does not hold'],
    ['another passphrase of a PEM', pem('aes-128-cbc'), 'x', 'cannot be decrypted: OPS_PASSPHRASE'],
    ['a format that ssh2 does not take', pkcs8, undefined, 'ssh-keygen -p -f FILE turns others'],
  ])('refuses %s, and names the file', async (_, key, passphrase, message) => {
    const failed = expect(check(key, passphrase)).rejects;
    await failed.toMatchObject({ code: 'UsageError' });
    await failed.toThrow('the key file secrets/ops ');
    await failed.toThrow(message);
  });
});

describe('a key file on the command line', () => {
  let directory = '';
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'netwalker-keys-'));
    writeFileSync(join(directory, 'ops.pub'), plain.public, { mode: 0o600 });
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each(['discover', 'config'])('is refused by %s before anything is dialled', async (command) => {
    const keyFile = join(directory, 'ops.pub');
    const { code, stderr } = await commandLine([
      ...[command, '--seed', '127.0.0.1:1', '--scope', '127.0.0.0/8', '--username', 'ops'],
      ...['--key-file', keyFile, '--data-dir', join(directory, 'data')],
    ]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `netwalker: the key file ${keyFile} is a public key: name the private one, most often the file of that name without .pub\n`,
    );
  });
});
