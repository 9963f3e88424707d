import type { Labeled } from './labels.ts';

/** The words stop at the first dot; what follows the dots is the value. */
const DOTTED = /^\s{0,40}(?:- )?([A-Za-z][^.]{0,70})(?:\s\.|\.\.)\.{0,90}(?:\s(.*))?$/;

/**
 * Reads `System Name ...................... sw-1` and `Serial Number........ 561052X`: a label, dots, a value. Null for
 * other lines. Labels come in lower case.
 */
export function readDotted(line: string): Labeled | null {
  const found = DOTTED.exec(line);
  if (found === null) return null;
  return { key: (found[1] ?? '').trim().toLowerCase().replace(/\s+/g, ' '), value: (found[2] ?? '').trim() };
}

/** `readDotted` for a whole block: a line without a label that is far indented goes on the value above it. */
export function readDottedBlock(lines: readonly string[]): Labeled[] {
  const all: { key: string; value: string }[] = [];
  for (const line of lines) {
    const labeled = readDotted(line);
    const last = all.at(-1);
    if (labeled !== null) all.push({ ...labeled });
    else if (last !== undefined && /^\s{16}/.test(line) && last.value.length < 4096)
      last.value += ` ${line.trim()}`;
  }
  return all;
}
