import { isIP } from 'node:net';

/**
 * The IP address that a word states, or null: `10.0.0.1`, `10.0.0.1/24`, `fe80::1%eth0`, `2001:DB8::1,`, `[::ffff:1]`.
 * Not 0.0.0.0 and ::, and nothing that is masked, mistyped or a MAC address.
 */
export function readAddress(word: string | null | undefined): string | null {
  if (word == null || word.length > 64) return null;
  let address = word
    .trim()
    .replace(/^[[(<"']/, '')
    .replace(/[\])>,;"']{1,3}$/, '');
  for (const mark of ['/', '%']) {
    const at = address.indexOf(mark);
    if (at > 0) address = address.slice(0, at);
  }
  if (isIP(address) === 0) return null;
  return address === '0.0.0.0' || /^[0:]+$/.test(address) ? null : address;
}

/** The distinct valid addresses among the words of the texts, in their order. */
export function readAddresses(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const word of text.split(/[\s,]+/)) {
      const address = readAddress(word);
      if (address !== null) found.add(address);
    }
  }
  return [...found];
}
