/** The part of the POSIX shell language that a read-only script needs: lists, and-or, pipelines, groups, quotes, $ words. */

export type Part = { readonly text: string } | { readonly variable: string };
export type Word = readonly Part[];

export interface Redirect {
  readonly from: '0' | '1' | '2';
  /** A file, or `&1` and `&2`. */
  readonly to: string;
}

export interface Command {
  readonly words: readonly Word[];
  readonly group?: readonly Step[];
  readonly redirects: readonly Redirect[];
}

/** A pipeline and when it runs: always, or after the success or the failure of the one before. */
export interface Step {
  readonly when: ';' | '&&' | '||';
  readonly pipeline: readonly Command[];
}

type Token = { readonly op: string } | { readonly word: Word; readonly bare: string | null };

const OPERATORS = ['&&', '||', ';', '\n', '|', '(', ')'];
const REDIRECT = /^([012]?)(>>?|<)(&?)\s*/;

export class ShSyntaxError extends Error {}

export function parseScript(text: string): readonly Step[] {
  const parser = new Parser(tokenize(text));
  const steps = parser.steps();
  if (!parser.done) throw new ShSyntaxError('unexpected token');
  return steps;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  steps(): readonly Step[] {
    const steps: Step[] = [];
    let when: Step['when'] = ';';
    for (;;) {
      while (this.#accept(';') || this.#accept('\n')) when = when === ';' ? ';' : when;
      if (this.done || this.#sees(')') || this.#seesBare('}')) return steps;
      steps.push({ when, pipeline: this.#pipeline() });
      when = this.#accept('&&') ? '&&' : this.#accept('||') ? '||' : ';';
    }
  }

  #pipeline(): Command[] {
    const commands = [this.#command()];
    while (this.#accept('|')) commands.push(this.#command());
    return commands;
  }

  #command(): Command {
    if (this.#accept('(')) return this.#group(() => this.#accept(')'));
    if (this.#acceptBare('{')) return this.#group(() => this.#acceptBare('}'));
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    for (;;) {
      const redirect = this.#redirect();
      if (redirect !== null) redirects.push(redirect);
      const token = this.#tokens[this.#at];
      if (redirect === null && (token === undefined || 'op' in token)) break;
      if (token !== undefined && 'word' in token) {
        words.push(token.word);
        this.#at += 1;
      }
    }
    if (words.length === 0 && redirects.length === 0) throw new ShSyntaxError('command expected');
    return { words, redirects };
  }

  #group(close: () => boolean): Command {
    const group = this.steps();
    if (!close()) throw new ShSyntaxError('group is not closed');
    const redirects: Redirect[] = [];
    for (let one = this.#redirect(); one !== null; one = this.#redirect()) redirects.push(one);
    return { words: [], group, redirects };
  }

  #redirect(): Redirect | null {
    const token = this.#tokens[this.#at];
    if (token === undefined || !('op' in token)) return null;
    const match = REDIRECT.exec(token.op);
    if (match === null) return null;
    const target = this.#tokens[this.#at + 1];
    if (target === undefined || 'op' in target) throw new ShSyntaxError('redirection without a file');
    this.#at += 2;
    const from = match[1] === '' ? (match[2] === '<' ? '0' : '1') : match[1];
    const file = target.word.map((part) => ('text' in part ? part.text : '')).join('');
    return { from: from as Redirect['from'], to: `${match[3] ?? ''}${file}` };
  }

  #sees(op: string): boolean {
    const token = this.#tokens[this.#at];
    return token !== undefined && 'op' in token && token.op === op;
  }

  #seesBare(word: string): boolean {
    const token = this.#tokens[this.#at];
    return token !== undefined && 'word' in token && token.bare === word;
  }

  #accept(op: string): boolean {
    const seen = this.#sees(op);
    if (seen) this.#at += 1;
    return seen;
  }

  #acceptBare(word: string): boolean {
    const seen = this.#seesBare(word);
    if (seen) this.#at += 1;
    return seen;
  }
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const blank = /^([ \t\r]|\\\n)+|^#[^\n]*/.exec(rest)?.[0];
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const op = OPERATORS.find((one) => rest.startsWith(one)) ?? REDIRECT.exec(rest)?.[0];
    if (op !== undefined) {
      tokens.push({ op });
      at += op.length;
      continue;
    }
    const { word, length, quoted } = readWord(rest);
    const only = word.length === 1 ? word[0] : undefined;
    tokens.push({ word, bare: !quoted && only !== undefined && 'text' in only ? only.text : null });
    at += length;
  }
  return tokens;
}

/** One word from its first character: bare, 'single', "double" and \escaped pieces, $name, ${name}, $?. */
function readWord(text: string): { word: Word; length: number; quoted: boolean } {
  const parts: Part[] = [];
  let literal = '';
  let quote: '"' | null = null;
  let quoted = false;
  let at = 0;
  const flush = () => {
    if (literal !== '') parts.push({ text: literal });
    literal = '';
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (quote === null && /[\s;|&()<>]/.test(char)) break;
    const variable = /^\$(?:\{(\w+)\}|(\w+|\?))/.exec(text.slice(at));
    if (variable !== null) {
      flush();
      parts.push({ variable: variable[1] ?? variable[2] ?? '' });
      at += variable[0].length;
    } else if (char === "'" && quote === null) {
      const end = text.indexOf("'", at + 1);
      if (end === -1) throw new ShSyntaxError('unterminated quoted string');
      literal += text.slice(at + 1, end);
      quoted = true;
      at = end + 1;
    } else if (char === '"') {
      quote = quote === null ? '"' : null;
      quoted = true;
      at += 1;
    } else if (char === '\\' && (quote === null || /["\\$`]/.test(text.charAt(at + 1)))) {
      literal += text.charAt(at + 1);
      at += 2;
    } else {
      literal += char;
      at += 1;
    }
  }
  if (quote !== null) throw new ShSyntaxError('unterminated quoted string');
  if (at === 0) throw new ShSyntaxError(`"${text.charAt(0)}" unexpected`);
  flush();
  return { word: parts, length: at, quoted };
}
