/**
 * Device output is hostile: a hostname may hold escape sequences that move the cursor, set a window title or answer back
 * on the terminal, or bidirectional controls that reorder what a person reads (CVE-2021-42574). C0 and C1 controls (C1
 * 0x9b is an 8-bit CSI), zero-width and bidirectional formats, line separators, and lone surrogates.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/u;
const UNSAFE_ALL = new RegExp(UNSAFE.source, 'gu');
/** Variation selectors and tags are invisible as well. */
const INVISIBLE = /[\u{e0000}-\u{e0fff}]/gu;

/** Text that is safe to write to a terminal: what would act on it becomes U+FFFD. `keep` names controls that are wanted. */
export function safeText(text: string, options: { readonly keep?: string } = {}): string {
  const keep = options.keep ?? '';
  return text
    .replace(UNSAFE_ALL, (character) => (keep.includes(character) ? character : '\ufffd'))
    .replace(INVISIBLE, '\ufffd');
}

/** JSON that is safe on a terminal too: nothing is lost, unsafe characters are written as \\uXXXX escapes. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(UNSAFE_ALL, (character) => (character === '\n' ? character : escaped(character)))
    .replace(INVISIBLE, escaped);
}

const escaped = (text: string): string =>
  text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
