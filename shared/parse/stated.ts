/** How devices print that there is nothing. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  'null',
  '(null)',
  '<null>',
  'n/a',
  'na',
  'none',
  'not advertised',
  'not specified',
  'not available',
  'not provided',
  'not received',
  'not present',
  'unspecified',
]);

/**
 * The value that a device states, trimmed and without quotes around it; null where it states none: an empty field,
 * `not advertised`, `[not advertised]`, `- not advertised`, `-`, `--`, `null`, `N/A`.
 */
export function stated(value: string | null | undefined): string | null {
  if (value == null) return null;
  const trimmed = unquote(value.trim());
  const bare = trimmed.replace(/^[-[(<]\s?/, '').replace(/[\])>]$/, '');
  return NOTHING.has(trimmed.toLowerCase()) || NOTHING.has(bare.trim().toLowerCase()) ? null : trimmed;
}

function unquote(value: string): string {
  const quote = value[0];
  const quoted = value.length >= 2 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return quoted ? value.slice(1, -1).trim() : value;
}
