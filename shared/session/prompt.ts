/** IOS shortens the hostname in config mode: `very-long-hostna(config)#`. */
const BASE_LENGTH = 16;
const SUFFIX_LIMIT = 64;
const PROMPT_LIMIT = 160;

/** What a prompt looks like once it was learned. */
export interface LearnedPrompt {
  /** As it was seen first. */
  readonly text: string;
  /** What every prompt of this session starts with. */
  readonly base: string;
}

/** Whether a line without an end could be a prompt: something, then `>`, `#`, `%` or `$`, then at most two blanks. */
export function isPromptShaped(line: string): boolean {
  const text = line.trim();
  return (
    text.length > 0 &&
    text.length <= PROMPT_LIMIT &&
    line.length - line.trimEnd().length <= 2 &&
    endsLikePrompt(text)
  );
}

/** A prompt that nobody would write into a message of the day: a name, then its sign. */
export function isPlainPrompt(line: string): boolean {
  const text = line.trim();
  return text.length > 1 && !/[ \t]/.test(text) && !/^[*=#+-]{2}/.test(text);
}

export function learnPrompt(line: string): LearnedPrompt {
  const text = line.trim();
  return { text, base: text.replace(/(?:\([^()]{1,40}\))?[>#%$]$/, '').slice(0, BASE_LENGTH) };
}

/** `^base[^\n]{0,64}[>#%$] ?$`, without a regex: the base is the device's own text. */
export function matchesPrompt(line: string, prompt: LearnedPrompt): boolean {
  const text = line.trim();
  if (prompt.base === '') return text === prompt.text;
  if (!text.startsWith(prompt.base) || !endsLikePrompt(text)) return false;
  return text.length - prompt.base.length <= SUFFIX_LIMIT;
}

/**
 * The hostname in a prompt: `R1#`, `R1(config)#`, `RP/0/RSP0/CPU0:XR1#`, `admin@fw(active)>`, `user@host:~$`,
 * `[root@h ~]#`, `<H3C>`, `A:SR1#`.
 */
export function nameOfPrompt(text: string): string | null {
  const bare = text
    .trim()
    .replace(/[>#%$]$/, '')
    .replace(/^[<[(]/, '')
    .replace(/[\])]$/, '')
    .trim();
  const afterUser = bare.slice(bare.lastIndexOf('@') + 1);
  const afterNode = /^(?:RP\/[\w/]{1,20}|[AB]|\*[AB]):(.{1,80})$/.exec(afterUser)?.[1] ?? afterUser;
  return /^[\w.-]{1,63}/.exec(afterNode)?.[0] ?? null;
}

const endsLikePrompt = (text: string): boolean => '>#%$'.includes(text.at(-1) ?? ' ');
