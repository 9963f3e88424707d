import type { Algorithms } from 'ssh2';
import constants from 'ssh2/lib/protocol/constants.js';

/**
 * What is offered, in order. Each was negotiated alone on Node 24. Never group-exchange: `createDiffieHellman(prime)`
 * checks the prime synchronously (2048 bit 0.35 s, 8192 bit 47-51 s, measured), and blocks every timer meanwhile.
 */
const MODERN = {
  kex: [
    'curve25519-sha256',
    'curve25519-sha256@libssh.org',
    'ecdh-sha2-nistp256',
    'ecdh-sha2-nistp384',
    'ecdh-sha2-nistp521',
    'diffie-hellman-group14-sha256',
    'diffie-hellman-group16-sha512',
  ],
  serverHostKey: [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
  ],
  cipher: ['aes128-gcm@openssh.com', 'aes128-ctr', 'aes256-gcm@openssh.com', 'aes192-ctr', 'aes256-ctr'],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512'],
};

/** Old IOS offers group14-sha1 or group1-sha1 with CBC ciphers and nothing else (mscdex/ssh2#284, #1064). */
const LEGACY = {
  kex: ['diffie-hellman-group14-sha1', 'diffie-hellman-group1-sha1'],
  serverHostKey: ['ssh-rsa', 'ssh-dss'],
  cipher: ['aes128-cbc', 'aes192-cbc', 'aes256-cbc', '3des-cbc'],
  hmac: ['hmac-sha1', 'hmac-sha1-96', 'hmac-md5', 'hmac-md5-96'],
};

/** The lists for `connect()`: modern first, legacy behind it where allowed, only those that ssh2 knows here. */
export function algorithms(options: { readonly legacy: boolean }): Algorithms {
  const list = (name: keyof typeof MODERN, supported: readonly string[]): string[] =>
    [...MODERN[name], ...(options.legacy ? LEGACY[name] : [])].filter((one) => supported.includes(one));
  return {
    kex: list('kex', constants.SUPPORTED_KEX),
    serverHostKey: list('serverHostKey', constants.SUPPORTED_SERVER_HOST_KEY),
    cipher: list('cipher', constants.SUPPORTED_CIPHER),
    hmac: list('hmac', constants.SUPPORTED_MAC),
    compress: ['none'],
  } as Algorithms;
}
