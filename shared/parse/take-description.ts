/**
 * Takes a description of several lines out of a block: it begins with what `begins` matches (its first group is the
 * first line) and ends before what `ends` matches. A neighbor chooses what stands in it, labels included.
 */
export function takeDescription(
  block: readonly string[],
  begins: RegExp,
  ends: RegExp,
): { rest: string[]; description: string } {
  const rest: string[] = [];
  const description: string[] = [];
  let inside = false;
  for (const line of block) {
    const found = inside || description.length > 0 ? null : begins.exec(line);
    if (ends.test(line)) inside = false;
    if (found) {
      inside = true;
      description.push(found[1] ?? '');
    } else (inside ? description : rest).push(line);
  }
  return { rest, description: description.join('\n') };
}
