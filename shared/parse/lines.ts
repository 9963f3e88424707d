import { cleanLines } from './clean.ts';

/** `Tue Nov 24 00:20:01.123 UTC` as IOS-XR prints above every output, and `Load for five secs: ...` of `terminal exec prompt timestamp`. */
const TIMESTAMP =
  /^(?:[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|Load for five secs|Time source is|\*?\d\d:\d\d:\d\d\.\d{3} )/;
/** `r1-services# show lldp neighbor`, `admin@fw(active)> show ...`, `<sw>display ...`: a prompt with the echoed command. */
const ECHO =
  /^(?:[^\s>#$%]{1,80}(?:\([^\s)]{1,40}\))?[>#$%]|[^\s@]{1,40}@[^\n]{1,80}[>#$%]) ?(?:show|sho|sh|display|lldpcli|ip|cat|uname|hostname|dmidecode|get|run|info|\/)\b/i;
/** A prompt that nothing follows. */
const PROMPT = /^[^\s>#$%]{1,80}(?:\([^\s)]{1,40}\))?[>#] ?$/;
/** The bare command, echoed without its prompt. */
const COMMAND = /^(?:show|display) [a-z][a-z |-]{2,80}$/;

/** Who pastes indents the whole output, seldom by less than this; devices indent theirs by less. */
const PASTED_INDENT = 4;

function isPreamble(raw: string): boolean {
  const line = raw.trim();
  return line === '' || [TIMESTAMP, ECHO, PROMPT, COMMAND].some((pattern) => pattern.test(line));
}

/**
 * The cleaned lines of an output without what people paste around it: the prompt, the echoed command and time stamps
 * at the beginning, a prompt and empty lines at the end, an indent of all lines. Every parser starts here.
 */
export function outputLines(text: string): string[] {
  const lines = cleanLines(text);
  let start = 0;
  while (start < lines.length && isPreamble(lines[start] ?? '')) start += 1;
  let end = lines.length;
  while (end > start && (lines[end - 1]?.trim() === '' || PROMPT.test(lines[end - 1]?.trim() ?? '')))
    end -= 1;
  return withoutIndent(lines.slice(start, end));
}

function withoutIndent(lines: readonly string[]): string[] {
  let indent = Infinity;
  for (const line of lines) {
    if (line === '') continue;
    indent = Math.min(indent, line.search(/\S/));
    if (indent < PASTED_INDENT) return [...lines];
  }
  return indent === Infinity ? [...lines] : lines.map((line) => line.slice(indent));
}

/** Splits lines into blocks, each beginning with a line that `isStart` accepts. Lines before the first are dropped. */
export function splitBlocks(
  lines: readonly string[],
  isStart: (line: string, block: readonly string[]) => boolean,
): string[][] {
  const blocks: string[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    if (isStart(line, block ?? [])) blocks.push([line]);
    else block?.push(line);
  }
  return blocks;
}

/** A rule: `-----`, `=====` or the like, at least `length` long. */
export function isRule(line: string, length = 3): boolean {
  const rule = line.trim();
  return rule.length >= length && (/^-+$/.test(rule) || /^=+$/.test(rule));
}

/** The first match of the pattern in any of the lines. */
export function firstMatch(lines: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const line of lines) {
    const found = pattern.exec(line);
    if (found) return found;
  }
  return undefined;
}

/** The first group of every line that the pattern matches. */
export function allMatches(lines: readonly string[], pattern: RegExp): string[] {
  return lines.map((line) => pattern.exec(line)?.[1]).filter((value) => value !== undefined);
}
