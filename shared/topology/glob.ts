/** Names and platform texts are short; what lies beyond this is not compared. */
const LONGEST_TEXT = 1024;

/**
 * Whether a glob (`*` any text, `?` one character) describes the whole of a text, without case. Two pointers and one
 * place to go back to instead of a regular expression: at worst pattern x text steps, whatever the pattern.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const pattern = glob.toLowerCase();
  const subject = text.slice(0, LONGEST_TEXT).toLowerCase();
  let p = 0;
  let s = 0;
  let star = -1;
  let resume = 0;
  while (s < subject.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = s;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === subject[s])) {
      p++;
      s++;
    } else if (star >= 0) {
      p = star + 1;
      s = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
