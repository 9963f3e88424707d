/** A block without its free text, which may hold any line, labels included. */
export interface Described {
  readonly description: string;
  readonly rest: string[];
}

/**
 * Takes the system description out of a block: from the line that `begins` matches (its first group is the text in that
 * line) to the first line that `ends` matches, which remains.
 */
export function takeDescription(lines: readonly string[], begins: RegExp, ends: RegExp): Described {
  const description: string[] = [];
  const rest: string[] = [];
  let inside = false;
  for (const line of lines) {
    if (inside && ends.test(line)) inside = false;
    const begun = inside ? null : begins.exec(line);
    if (begun) {
      inside = true;
      description.push(begun[1]?.trim() ?? '');
    } else if (inside) description.push(line.trim());
    else rest.push(line);
  }
  return { description: description.join('\n').trim(), rest };
}
