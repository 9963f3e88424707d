/** Longest line that a parser looks at: real ones stay under 600 characters, and a bound keeps every pattern linear. */
const LINE_LIMIT = 4096;
/** CSI, OSC and two-character escapes; each part is bounded, so that a text of escapes only costs its length. */
const ESCAPES = /\x1b(?:\[[0-?]{0,32}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,256}(?:\x07|\x1b\\)|[()*+][ -~]|[ -~])/g;
/** What wipes a pager prompt: Comware steps left, prints blanks, steps left; ProCurve goes to column 1 and erases the line. */
const TO_LINE_START = /\x1b\[(?:\d{1,3}D {1,200}\x1b\[\d{1,3}D|\d{0,3};1H|2K)/g;
const CONTROLS = /[\x00-\x07\x0b-\x1f\x7f-\x9f]/g;
/** What every pager prompt has in it: most lines need no closer look. */
const PAGER_WORDS = /[Mm]ore\b|MORE\b|Press any key/;
/** IOS ` --More-- `, ASA `<--- More --->`, Junos `---(more 45%)---`, Comware `---- More ----`, ProCurve `-- MORE --, next page: ...`, ICOS `--More-- or (q)uit`. */
const PAGER =
  /^[ \t]{0,16}(?:<-{1,4} More -{1,4}>|-{2,5} ?\(?[Mm](?:ore|ORE)\b[^\n-]{0,24}-{2,5}(?:, next page: ?[^\n,]{0,20}(?:, next line: ?[^\n,]{0,20})?, quit: ?Control-.| or \(q\)uit)?|Press any key to continue[^\n]{0,40})/;

/**
 * The lines of what a device printed, as a terminal would have shown them: escape sequences, NUL and other control
 * characters are gone, backspaces and carriage returns applied, pager prompts removed, trailing blanks cut.
 * Linear in the size of the text; lines are cut at 4,096 characters.
 */
export function cleanLines(text: string): string[] {
  // ProCurve's newline is ESC E. CRLF needs nothing of its own: what stands before a last CR is the line.
  const plain = text.includes('\x1b') ? withoutEscapes(text) : text;
  const lines: string[] = [];
  for (const raw of plain.split(plain.includes('\n') ? '\n' : '\r')) {
    const shown = raw === '' ? '' : showLine(raw.slice(0, LINE_LIMIT));
    const line = PAGER_WORDS.test(shown) ? shown.replace(PAGER, '') : shown;
    // A pager prompt on a line of its own is not an empty line: empty lines end blocks in some formats.
    if (line !== shown && line.trim() === '') continue;
    lines.push(line.trimEnd());
  }
  return lines;
}

const withoutEscapes = (text: string): string =>
  text.replace(/\x1bE/g, '\n').replace(TO_LINE_START, '\r').replace(ESCAPES, '');

/** Applies `\r` (start again) and `\b` (step back, then overwrite): how a pager erases its prompt. */
function showLine(raw: string): string {
  let line = raw;
  if (line.includes('\r')) line = line.split('\r').findLast((part) => part.trim() !== '') ?? '';
  if (line.includes('\b')) line = applyBackspaces(line);
  return line.replace(CONTROLS, '');
}

function applyBackspaces(line: string): string {
  const cells: string[] = [];
  let at = 0;
  for (const character of line) {
    if (character === '\b') at = Math.max(0, at - 1);
    else cells[at++] = character;
  }
  return cells.join('');
}
