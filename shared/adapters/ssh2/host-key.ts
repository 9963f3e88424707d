import { createHash } from 'node:crypto';

/** A public key blob (RFC 4253 6.6: its first string is the algorithm) as `ssh-keygen -l` shows it. */
export function describeHostKey(blob: Buffer): { readonly fingerprint: string; readonly algorithm: string } {
  const digest = createHash('sha256').update(blob).digest('base64').replace(/=+$/, '');
  const length = blob.length >= 4 ? blob.readUInt32BE(0) : 0;
  const algorithm = blob.toString('latin1', 4, 4 + Math.min(length, 64));
  return { fingerprint: `SHA256:${digest}`, algorithm };
}
