import { checkPrimeSync, createHash, createPrivateKey, createPublicKey } from 'node:crypto';

/**
 * Host keys from a label: the same on every start, so that a key that was pinned in one process is right in the next.
 * They protect nothing: whoever reads this file knows them.
 */

const ED25519_PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PRIME_BITS = 1024;
const EXPONENT = 65_537n;

/** In OpenSSH's format (PROTOCOL.key): ssh2 reads no PKCS #8. */
export function ed25519HostKey(label: string): string {
  const seed = createHash('sha256').update(`netwalker lab ed25519 ${label}`).digest();
  const der = Buffer.concat([ED25519_PKCS8_HEAD, seed]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
  const publicBlob = Buffer.concat([field('ssh-ed25519'), field(publicKey)]);
  const check = seed.subarray(0, 4);
  const secretBlob = Buffer.concat([
    check,
    check,
    publicBlob,
    field(Buffer.concat([seed, publicKey])),
    field('lab'),
  ]);
  const padding = Buffer.from(Array.from({ length: (8 - (secretBlob.length % 8)) % 8 }, (_, n) => n + 1));
  const body = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field('none'),
    field('none'),
    field(''),
    Buffer.from([0, 0, 0, 1]),
    field(publicBlob),
    field(Buffer.concat([secretBlob, padding])),
  ]);
  const lines = body.toString('base64').match(/.{1,70}/g) ?? [];
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join(
    '\n',
  );
}

/** RSA of 2,048 bits as PKCS #1: two primes found by counting up from a hash. */
export function rsaHostKey(label: string): string {
  const p = primeFrom(`${label} p`);
  const q = primeFrom(`${label} q`);
  const phi = (p - 1n) * (q - 1n);
  const d = inverse(EXPONENT, phi);
  const jwk = {
    kty: 'RSA',
    n: base64url(p * q),
    e: base64url(EXPONENT),
    d: base64url(d),
    p: base64url(p),
    q: base64url(q),
    dp: base64url(d % (p - 1n)),
    dq: base64url(d % (q - 1n)),
    qi: base64url(inverse(q, p)),
  };
  const pem = createPrivateKey({ key: jwk, format: 'jwk' }).export({ format: 'pem', type: 'pkcs1' });
  return pem.toString();
}

/** The top two bits are set, so that the product has its full length. */
function primeFrom(label: string): bigint {
  const blocks = Array.from({ length: PRIME_BITS / 256 }, (_, n) =>
    createHash('sha256').update(`netwalker lab rsa ${label} ${n}`).digest('hex'),
  );
  let candidate = BigInt(`0x${blocks.join('')}`) | (3n << BigInt(PRIME_BITS - 2)) | 1n;
  while ((candidate - 1n) % EXPONENT === 0n || !checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}

/** Extended Euclid: the x with value * x = 1 modulo the modulus. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1, s0, s1] = [modulus, value % modulus, 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  return ((s0 % modulus) + modulus) % modulus;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}

function field(data: Buffer | string): Buffer {
  const bytes = Buffer.from(data);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
