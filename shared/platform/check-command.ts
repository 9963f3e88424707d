import { findPlatform } from './platforms.ts';
import { READ_ONLY, REMOTE, type ReadOnly } from './read-only.ts';

/** Longer than any command that people type, and shorter than what terminals take on one line. */
export const LONGEST_COMMAND = 400;

/**
 * Why a command may not go to any device, whatever it is allowed to do: null where it may. It is one line of printable ASCII: a second line
 * would be a second command, and a control character is a key press.
 */
export function checkLine(command: string): string | null {
  if (command.trim() === '') return 'it is empty';
  if (command.length > LONGEST_COMMAND) return `it is longer than ${LONGEST_COMMAND} characters`;
  return /^[\x20-\x7e]+$/.test(command) ? null : 'it is not one line of printable ASCII';
}

/** Separators, redirections, substitutions and the key that asks for help, on one device or another. */
const ACTS = /[;&<>`?]|\$\(|\$\{/;

/**
 * Why a command is not known to only read on a platform: a sentence's end for an operator, null where it is known. Words may be cut as the
 * device itself takes them (`sh clock`).
 */
export function checkReadOnly(platformId: string, command: string): string | null {
  const unfit = checkLine(command);
  if (unfit !== null) return unfit;
  const rules = Object.hasOwn(READ_ONLY, platformId) ? READ_ONLY[platformId] : undefined;
  if (!rules) return `there is no list of reading commands for the platform ${platformId}`;
  const acting = ACTS.exec(command);
  if (acting) return `"${acting[0]}" may separate, redirect or run something`;
  // A shell takes programs and flags as they are spelled.
  const text = command.trim().replace(/ +/g, ' ');
  if (isOwn(platformId, text) || rules.whole?.some((pattern) => pattern.test(text))) return null;
  return rules.begins
    ? checkWords(rules, text.toLowerCase())
    : 'it is not one of those that are known to only read';
}

/** What a walk asks itself. */
const isOwn = (platformId: string, text: string): boolean =>
  findPlatform(platformId)?.commands.some(({ command }) => command === text) ?? false;

function checkWords(rules: ReadOnly, text: string): string | null {
  const [head = '', ...pipes] = text.split('|').map((part) => part.trim());
  const [first = '', ...rest] = head.split(' ');
  const begins = rules.begins?.find(
    ({ word, shortest }) => word.startsWith(first) && first.startsWith(shortest),
  );
  if (!begins)
    return `only ${rules.begins?.map(({ word }) => word).join(' and ') ?? ''} commands are known to only read`;
  if (rest.length === 0) return `"${begins.word}" alone prints nothing`;
  if (REMOTE.test(head)) return 'it names a place on another host';
  if (rules.never?.some((pattern) => pattern.test(head))) return 'it writes a file on the device';
  for (const pipe of pipes) {
    const [filter = ''] = pipe.split(' ');
    if (!isFilter(rules, filter))
      return `"| ${filter}" is not one of the filters that only read (${listed(rules)})`;
  }
  return null;
}

function isFilter({ filters = [], otherFilters = [] }: ReadOnly, word: string): boolean {
  if (word === '') return false;
  if (filters.includes(word)) return true;
  return (
    filters.some((filter) => filter.startsWith(word)) && !otherFilters.some((other) => other.startsWith(word))
  );
}

const listed = ({ filters = [] }: ReadOnly): string => (filters.length === 0 ? 'none' : filters.join(', '));
