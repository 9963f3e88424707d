/** Where the values of ProCurve begin, and so the rest of a wrapped one: 14 blanks or more. */
const REST = /^\s{14,60}(?=\S)/;
const LABEL = /\S\s{0,30}:(?:\s|$)/;

/**
 * Puts a value that was cut at the width of the screen together again: `  SysName : a-very-long-na` and, far indented and
 * without a label, `                 me-of-a-switch`.
 */
export function joinWrapped(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const goesOn = last !== undefined && LABEL.test(last) && REST.test(line) && !LABEL.test(line);
    if (goesOn && last.length < 4096) joined[joined.length - 1] = last + line.trim();
    else joined.push(line);
  }
  return joined;
}
