import { parseScript, ShSyntaxError, type Command, type Step, type Word } from './sh-parse.ts';

/** What a program printed; `fd` 1 is stdout, 2 is stderr. */
export interface ShResult {
  readonly output: readonly { readonly fd: 1 | 2; readonly text: string }[];
  readonly status: number;
}

export type Program = (args: readonly string[], stdin: string) => ShResult;

type Output = ShResult['output'];

export const prints = (text: string, status = 0): ShResult => ({ output: [{ fd: 1, text }], status });
export const complains = (text: string, status: number): ShResult => ({ output: [{ fd: 2, text }], status });

/** Runs a script with the given programs. It has no files, loops or substitutions: an unknown word is not found. */
export function runScript(
  script: string,
  programs: ReadonlyMap<string, Program>,
  variables: Readonly<Record<string, string>> = {},
): ShResult {
  try {
    const shell = new Shell(programs, variables);
    const output = shell.steps(parseScript(script), '');
    return { output, status: shell.status };
  } catch (error) {
    if (error instanceof ShSyntaxError) return complains(`sh: 1: Syntax error: ${error.message}\n`, 2);
    throw error;
  }
}

class Shell {
  readonly #programs: ReadonlyMap<string, Program>;
  readonly #variables: Map<string, string>;
  status = 0;
  #exited = false;

  constructor(programs: ReadonlyMap<string, Program>, variables: Readonly<Record<string, string>>) {
    this.#programs = programs;
    this.#variables = new Map(Object.entries(variables));
  }

  steps(steps: readonly Step[], stdin: string): Output {
    return steps.flatMap(({ when, pipeline }) => {
      const skip = (when === '&&' && this.status !== 0) || (when === '||' && this.status === 0);
      return this.#exited || skip ? [] : this.#pipeline(pipeline, stdin);
    });
  }

  #pipeline(commands: readonly Command[], stdin: string): Output {
    const complaints: { fd: 1 | 2; text: string }[] = [];
    let input = stdin;
    let last: Output = [];
    commands.forEach((command, n) => {
      last = redirect(this.#command(command, input), command);
      if (n === commands.length - 1) return;
      complaints.push(...last.filter(({ fd }) => fd === 2));
      input = textOf(last, 1);
    });
    return [...complaints, ...last];
  }

  #command(command: Command, stdin: string): Output {
    if (command.group !== undefined) return this.steps(command.group, stdin);
    const words = command.words.map((word) => this.#expand(word));
    while (/^\w+=/.test(words[0] ?? '')) this.#assign(words.shift() ?? '');
    const [name, ...args] = words;
    if (name === undefined) return [];
    const { output, status } = this.#call(name, args, stdin);
    this.status = status;
    return output;
  }

  #call(name: string, args: readonly string[], stdin: string): ShResult {
    switch (name) {
      case 'export':
        args.forEach((arg) => this.#assign(arg));
        return { output: [], status: 0 };
      case 'exit':
        this.#exited = true;
        return { output: [], status: Number(args[0] ?? this.status) };
      case 'exec':
        return args.length === 0
          ? { output: [], status: 0 }
          : this.#call(args[0] ?? '', args.slice(1), stdin);
      case 'command':
        return args[0] === '-v'
          ? prints(...this.#lookup(args[1] ?? ''))
          : this.#call(args[0] ?? '', args.slice(1), stdin);
    }
    const program = this.#programs.get(name.replace(/^.*\//, ''));
    return program === undefined ? complains(`sh: 1: ${name}: not found\n`, 127) : program(args, stdin);
  }

  #lookup(name: string): [string, number] {
    return this.#programs.has(name) ? [`/usr/bin/${name}\n`, 0] : ['', 127];
  }

  #assign(text: string): void {
    const at = text.indexOf('=');
    if (at > 0) this.#variables.set(text.slice(0, at), text.slice(at + 1));
  }

  #expand(word: Word): string {
    return word
      .map((part) => {
        if ('text' in part) return part.text;
        return part.variable === '?' ? String(this.status) : (this.#variables.get(part.variable) ?? '');
      })
      .join('');
  }
}

/** Left to right, as a shell does: `>/dev/null 2>&1` silences both, `2>&1 >/dev/null` only the first. */
function redirect(output: Output, { redirects }: Command): Output {
  const target: Record<1 | 2, 1 | 2 | null> = { 1: 1, 2: 2 };
  for (const { from, to } of redirects) {
    if (from === '0') continue;
    const fd = from === '1' ? 1 : 2;
    target[fd] = to === '&1' ? target[1] : to === '&2' ? target[2] : null;
  }
  return output.flatMap(({ fd, text }) => {
    const to = target[fd];
    return to === null ? [] : [{ fd: to, text }];
  });
}

export function textOf(output: Output, fd: 1 | 2): string {
  return output.flatMap((piece) => (piece.fd === fd ? [piece.text] : [])).join('');
}
