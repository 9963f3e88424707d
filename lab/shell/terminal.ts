import type { ServerChannel } from 'ssh2';

/** The far end of a terminal: echo, lines and keys in, CRLF out. Keys that come early wait, as on a real line. */
export class Terminal {
  readonly #stream: ServerChannel;
  readonly #slow: boolean;
  readonly #lineEnd: string;
  #waiting = '';
  #ended = false;
  #wake: (() => void) | null = null;

  /** A terminal ends lines with CRLF; an exec channel has no terminal. */
  constructor(stream: ServerChannel, slow: boolean, lineEnd: '\n' | '\r\n' = '\r\n') {
    this.#stream = stream;
    this.#slow = slow;
    this.#lineEnd = lineEnd;
    stream.on('data', (chunk: Buffer) => this.#take(chunk.toString('latin1')));
    stream.once('end', () => this.#end());
    stream.once('close', () => this.#end());
    stream.on('error', () => this.#end());
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Resolves when the client took it, or at once when the channel is gone. */
  async write(text: string): Promise<void> {
    const bytes = text.replaceAll('\n', this.#lineEnd);
    for (const piece of this.#slow ? crumbs(bytes) : [bytes]) {
      if (this.#ended) return;
      await this.#send(piece);
    }
  }

  /** One line without its end; null when the client is gone. Backspace and ^U edit, ^C gives an empty line. `finished`: printed at its end. */
  async readLine(echo: boolean, finished: (line: string) => string = () => '\n'): Promise<string | null> {
    let line = '';
    let toEcho = '';
    for (;;) {
      if (echo && toEcho !== '' && this.#waiting === '') {
        await this.write(toEcho);
        toEcho = '';
      }
      const key = await this.readKey();
      if (key === null) return null;
      if (key === '\r' || key === '\n') {
        if (key === '\r' && this.#waiting.startsWith('\n')) this.#waiting = this.#waiting.slice(1);
        await this.write(echo ? `${toEcho}${finished(line)}` : '\n');
        return line;
      }
      if (key === '\u0003') return '';
      const erased =
        key === '\u0015' ? line.length : key === '\b' || key === '\u007f' ? Math.min(1, line.length) : 0;
      if (erased > 0) line = line.slice(0, -erased);
      else if (key >= ' ' && key !== '\u007f') line += key;
      toEcho += erased > 0 ? '\b \b'.repeat(erased) : key >= ' ' && key !== '\u007f' ? key : '';
    }
  }

  async readKey(): Promise<string | null> {
    while (this.#waiting === '') {
      if (this.#ended) return null;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    const key = this.#waiting.charAt(0);
    this.#waiting = this.#waiting.slice(1);
    return key;
  }

  #send(text: string): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#stream.removeListener('close', done);
        if (this.#slow) setImmediate(resolve);
        else resolve();
      };
      this.#stream.once('close', done);
      this.#stream.write(text, 'utf8', done);
    });
  }

  #take(text: string): void {
    this.#waiting += text;
    this.#wake?.();
  }

  #end(): void {
    this.#ended = true;
    this.#wake?.();
  }
}

/** A few characters at a time cut every word, and cost a machine a third of what one at a time does. */
const CRUMB = 3;
function crumbs(text: string): readonly string[] {
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / CRUMB) }, (_, at) =>
    characters.slice(at * CRUMB, (at + 1) * CRUMB).join(''),
  );
}
