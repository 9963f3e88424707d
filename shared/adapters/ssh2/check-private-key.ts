import keyParser from 'ssh2/lib/protocol/keyParser.js';

/** Why no login can be made with what is said to be a private key. */
export type KeyFault =
  | { readonly fault: 'public' }
  | { readonly fault: 'encrypted' }
  | { readonly fault: 'passphrase' }
  | { readonly fault: 'format'; readonly why: string };

/** What is wrong with a private key, before anything is dialled with it; null where nothing is. */
export function checkPrivateKey(key: string, passphrase: string | undefined): KeyFault | null {
  const parsed = keyParser.parseKey(key, passphrase);
  if (!(parsed instanceof Error)) return parsed.isPrivateKey() ? null : { fault: 'public' };
  const why = parsed.message;
  if (/no passphrase given/i.test(why)) return { fault: 'encrypted' };
  if (passphrase !== undefined && /decrypt|passphrase|integrity/i.test(why)) return { fault: 'passphrase' };
  return { fault: 'format', why };
}
