import { ByteDecoder } from './byte-decoder.ts';

/** Beyond this a line is kept as it is: rewriting the start of an endless line would cost its length each time. */
const LINE_LIMIT = 4096;
/** Matching looks at the end only: rescanning all of a long output is quadratic (measured). */
const TAIL_LIMIT = 4096;

type Mode = 'text' | 'escape' | 'csi' | 'string' | 'charset';

/**
 * What a terminal would show of a stream of bytes, without a screen: carriage return, backspace, erase and cursor columns act on
 * the current line, everything else of ANSI is dropped. State is kept between chunks, so the text does not depend on how
 * the bytes were cut. ProCurve places its prompt with `ESC[24;1H` and ends lines with `ESC E`; pagers erase themselves with
 * backspaces or `\r   \r`.
 */
export class TerminalText {
  readonly #decoder = new ByteDecoder();
  #mode: Mode = 'text';
  #parameters = '';
  #lines: string[] = [];
  #length = 0;
  #head = '';
  #line = '';
  #column = 0;
  #wasMoved = false;

  /** The line that has no end yet: where a prompt stands. */
  get line(): string {
    return this.#line;
  }

  /** Characters received since the last `clear`. */
  get length(): number {
    return this.#length + this.#line.length;
  }

  /** The end of the text, at most 4 kB. */
  get tail(): string {
    let tail = this.#line;
    for (let at = this.#lines.length - 1; at >= 0 && tail.length < TAIL_LIMIT; at -= 1) {
      tail = (this.#lines[at] ?? '') + tail;
    }
    return tail.slice(-TAIL_LIMIT);
  }

  /** The start of the finished lines, about 4 kB. */
  get head(): string {
    return this.#head;
  }

  /** The finished lines, each ending with \n, without the line that has no end yet. */
  get finished(): string {
    return this.#lines.join('');
  }

  clear(): void {
    this.#lines = [];
    this.#length = 0;
    this.#head = '';
    this.eraseLine();
  }

  /** Forgets the current line: a pager's marker, once it is answered. */
  eraseLine(): void {
    this.#line = '';
    this.#column = 0;
    this.#wasMoved = false;
  }

  push(bytes: Uint8Array): void {
    const text = this.#decoder.push(bytes);
    let at = 0;
    while (at < text.length) {
      if (this.#mode === 'text') {
        const end = endOfRun(text, at);
        if (end > at) this.#write(text.slice(at, end));
        at = end;
        if (at < text.length) this.#control(text.charCodeAt(at));
      } else {
        this.#sequence(text[at] ?? '');
      }
      at += 1;
    }
  }

  #write(run: string): void {
    if (this.#column > this.#line.length) this.#line = this.#line.padEnd(this.#column);
    this.#line =
      this.#column === this.#line.length
        ? this.#line + run
        : this.#line.slice(0, this.#column) + run + this.#line.slice(this.#column + run.length);
    this.#column += run.length;
    while (this.#line.length > 2 * LINE_LIMIT) {
      this.#keep(this.#line.slice(0, LINE_LIMIT));
      this.#line = this.#line.slice(LINE_LIMIT);
      this.#column = Math.max(0, this.#column - LINE_LIMIT);
    }
  }

  #control(code: number): void {
    if (code === 0x0a) this.#newline();
    else if (code === 0x0d) this.#move(0);
    else if (code === 0x08) this.#move(this.#column - 1);
    else if (code === 0x09) this.#write('\t');
    else if (code === 0x1b) this.#mode = 'escape';
    else if (code === 0x9b) this.#begin();
  }

  #newline(): void {
    this.#keep(`${this.#wasMoved ? this.#line.trimEnd() : this.#line}\n`);
    this.eraseLine();
  }

  #keep(text: string): void {
    this.#lines.push(text);
    this.#length += text.length;
    if (this.#head.length < TAIL_LIMIT) this.#head += text;
  }

  #move(column: number): void {
    this.#column = Math.min(Math.max(column, 0), LINE_LIMIT);
    this.#wasMoved = true;
  }

  #begin(): void {
    this.#mode = 'csi';
    this.#parameters = '';
  }

  #sequence(char: string): void {
    const mode = this.#mode;
    if (mode === 'csi') {
      if (char >= '@' && char <= '~') {
        this.#mode = 'text';
        this.#act(char);
      } else if (char === '\n') this.#abandon();
      else if (this.#parameters.length < 16) this.#parameters += char;
    } else if (mode === 'string') {
      // OSC (a window title) ends with BEL or ESC \.
      if (char === '\x07' || char === '\n') this.#mode = 'text';
      else if (char === '\x1b') this.#mode = 'charset';
    } else if (mode === 'charset') this.#mode = 'text';
    else if (char === '[') this.#begin();
    else if (char === ']') this.#mode = 'string';
    else if (char === '(' || char === ')') this.#mode = 'charset';
    else {
      this.#mode = 'text';
      if (char === 'E' || char === 'D') this.#newline();
    }
  }

  /** A sequence that never ends must not swallow the rest of the output. */
  #abandon(): void {
    this.#mode = 'text';
    this.#newline();
  }

  #act(final: string): void {
    const numbers = this.#parameters.split(';').map((part) => Number.parseInt(part, 10));
    const first = Number.isNaN(numbers[0] ?? Number.NaN) ? null : (numbers[0] ?? null);
    if (final === 'H' || final === 'f') this.#move((numbers[1] || 1) - 1);
    else if (final === 'G') this.#move((first ?? 1) - 1);
    else if (final === 'D') this.#move(this.#column - (first ?? 1));
    else if (final === 'C') this.#move(this.#column + (first ?? 1));
    else if (final === 'K' && first === 2) this.#erase(0);
    else if ((final === 'K' || final === 'J') && (first ?? 0) === 0) this.#erase(this.#column);
  }

  #erase(from: number): void {
    this.#line = this.#line.slice(0, from);
    this.#wasMoved = true;
  }
}

/** Where the printable characters that start at `at` end. */
function endOfRun(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) break;
    end += 1;
  }
  return end;
}
