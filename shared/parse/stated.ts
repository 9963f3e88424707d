/** How devices print that there is nothing. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  'null',
  '(null)',
  '<null>',
  'n/a',
  'none',
  'not advertised',
  'not specified',
  'not available',
  'not provided',
  'not received',
  'not present',
  'unspecified',
]);

/** Control characters, and those that change the direction of what is printed after them. */
const UNPRINTABLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const LIMIT = 1024;
/** `- [not advertised ]`: longer texts state something. */
const LONGEST_NOTHING = 24;

/**
 * The value that a device states, trimmed and without quotes around it; null where it states none: an empty field,
 * `not advertised`, `[not advertised]`, `- not advertised`, `-`, `--`, `null`, `N/A`. Control characters are
 * removed, whatever came through JSON escapes included, and values are cut at 1,024 characters.
 */
export function stated(value: string | null | undefined): string | null {
  if (value == null) return null;
  const trimmed = unquote(value.slice(0, LIMIT).replace(UNPRINTABLE, '').trim());
  return trimmed.length <= LONGEST_NOTHING && isNothing(trimmed.toLowerCase()) ? null : trimmed;
}

const isNothing = (text: string): boolean =>
  NOTHING.has(text) ||
  NOTHING.has(
    text
      .replace(/^[-[(<]\s?/, '')
      .replace(/[\])>]$/, '')
      .trim(),
  );

function unquote(value: string): string {
  const quote = value[0];
  const quoted = value.length >= 2 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return quoted ? value.slice(1, -1).trim() : value;
}
