/** One `Label: value` line. The key is in lower case with single blanks. */
export interface Labeled {
  readonly key: string;
  readonly value: string;
}

const ABSENT = /^([A-Za-z][^:]{0,60}?)\s?- not (?:advertised|supported)$/i;

/**
 * Reads `Port id: Gi1/0/16`, `Holdtime : 164 sec`, `System Name - not advertised` (an empty value). Null where the
 * line has no label. A label is at most 60 characters long.
 */
export function readLabel(line: string): Labeled | null {
  const absent = line.includes('not ') ? ABSENT.exec(line.trim()) : null;
  if (absent) return { key: labelKey(absent[1] ?? ''), value: '' };
  const colon = line.indexOf(':');
  if (colon < 1 || colon > 120) return null;
  const key = labelKey(line.slice(0, colon));
  return key === '' || key.length > 60 ? null : { key, value: line.slice(colon + 1).trim() };
}

function labelKey(label: string): string {
  const key = label.trim().toLowerCase();
  return SPACED.test(key) ? key.replace(/\s+/g, ' ') : key;
}

/** Blanks that are not single: most labels have none. */
const SPACED = /\s\s|[^\S ]/;

/**
 * Reads a block of `Label: value` lines with a table of label -> field: the first stated value of a field wins.
 * Labels are given in lower case; lines with other labels are ignored.
 */
export function readFields<F extends string>(
  lines: readonly string[],
  table: Readonly<Record<string, F>>,
): Partial<Record<F, string>> {
  const fields: Partial<Record<F, string>> = {};
  for (const line of lines) {
    const labeled = readLabel(line);
    if (labeled === null || !Object.hasOwn(table, labeled.key)) continue;
    const field = table[labeled.key];
    if (field !== undefined && !fields[field]) fields[field] = labeled.value;
  }
  return fields;
}
