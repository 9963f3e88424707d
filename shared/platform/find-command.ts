import type { CommandSpec, Platform } from './platform.ts';
import { isPortWord, PORT } from './port-command.ts';

/** What people append for the terminal: it does not change what is printed. */
const FOR_THE_TERMINAL = /(?: \| ?no-?more| \| ?no more| \| ?exclude nothing| without-paging)+$/;
/** `interface ge-0/0/1`, `location 0/0/cpu0`, `ports all`: named arguments, which narrow an output and keep its format. */
const NAMED_ARGUMENT =
  / (?:interface|location|ports?|slot|chassis|unit|member) (?:all|(?:[a-z-]{1,32} )?\S*\d\S*)(?= |$)/g;
/** `| include uptime`: which lines are printed, not how. Not `| json`. */
const FILTER =
  / \| (?:i|inc|include|e|exc|exclude|b|beg|begin|s|sec|section|grep|egrep|match|until)\b.{0,200}$/;
/** `gi1/0/1`, `ethernet 1/1`, `hundredgige0/0/0/1`, `*`. */
const PORT_ARGUMENT =
  / (?:(?:[a-z-]{0,24}(?:ethernet|gige?)|eth|gi|fa|te|mgmt|management|serial|port-channel) \d[\d/.:-]{0,32}|[a-z-]{0,32}\d[\d/.:-]{0,32}|\*)(?= |$)/g;

/**
 * The command of the platform that a person means: compared without case and with single blanks, `show` and its words
 * cut as the device itself takes them (`sh cdp nei det`), with or without a port it is asked about, `| no-more` at its
 * end, or `do` before it. The exact spelling comes first.
 */
export function findCommand(platform: Platform, text: string): CommandSpec | undefined {
  const asked = normalize(text);
  const specs = platform.commands.map((spec) => ({ spec, command: normalize(spec.command) }));
  const exact = specs.find(({ command }) => command === asked);
  if (exact) return exact.spec;
  // A shell takes programs by their whole names.
  if (platform.channel === 'exec') return undefined;
  const all = asked.split(' ');
  const narrowed = asked
    .replace(FILTER, '')
    .replace(NAMED_ARGUMENT, '')
    .replace(PORT_ARGUMENT, '')
    .split(' ');
  return (
    specs.find(({ command }) => isCut(command, all)) ?? specs.find(({ command }) => isCut(command, narrowed))
  )?.spec;
}

function normalize(text: string): string {
  const asked = text
    .slice(0, 256)
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?\| ?/g, ' | ')
    .replace(/^do (?=sh)/, '');
  // RouterOS: `/ip neighbor print`, since release 7 `/ip/neighbor/print`.
  const [path = '', ...rest] = asked.split(' ');
  const unpathed = path.startsWith('/') ? [path.slice(1).replaceAll('/', ' '), ...rest].join(' ') : asked;
  return unpathed.replace(FOR_THE_TERMINAL, '').trim();
}

/** Whether each word is that of the command, cut or not, or stands for its port; `neighbor` and `neighbors` are the same word. */
function isCut(command: string, words: readonly string[]): boolean {
  const whole = command.split(' ');
  return (
    whole.length === words.length &&
    whole.every((word, at) => {
      const asked = words[at] ?? '';
      return word === PORT ? isPortWord(asked) : asked !== '' && singular(word).startsWith(singular(asked));
    })
  );
}

const singular = (word: string): string => word.replace(/s(?=-|$)/g, '');
