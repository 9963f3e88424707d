import { SessionError } from '../errors.ts';
import type { FailureClass } from '../model/outcome.ts';
import type { Clock } from '../ports/clock.ts';
import { hasEcho, outputOf } from './command-output.ts';
import { COMMAND, SHELL } from './failure-texts.ts';
import { findPrompt } from './find-prompt.ts';
import { ANY_PAGER, pagerKey } from './hints.ts';
import { isPlainPrompt, isPromptShaped, learnPrompt, matchesPrompt, type LearnedPrompt } from './prompt.ts';
import { readUntil, SETTLE_MS, type Verdict } from './read-until.ts';
import type { SessionLimits, SessionRequest } from './session.ts';
import type { Wire } from './wire.ts';

/** A prompt that changed its name, or that was not seen before, is believed after this much silence. */
const STRANGE_SETTLE_MS = 2_000;
/** A device without an echo, or one that draws its prompt twice: the difference is told once, with the first command. */
const NO_ECHO_SETTLE_MS = 300;

type Seen = 'prompt' | 'new-prompt' | 'ignored' | 'page' | 'question' | 'too-large';

export interface ShellCommand {
  readonly pager?: RegExp;
  /** One question that is answered, once. */
  readonly answer?: { readonly question: RegExp; readonly text: string };
}

interface ShellPorts {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly limits: SessionLimits;
  readonly request: SessionRequest;
}

/** A CLI behind a prompt: one command at a time, each read up to the prompt that follows it. */
export class Shell {
  readonly #ports: ShellPorts;
  #prompt: LearnedPrompt;
  /** A first prompt is a guess until a command was echoed behind it and it came back. */
  #isConfirmed = false;
  #hasChanged = false;
  /** The last prompt as it stands: null while a command runs, when nobody knows what the CLI would make of a word. */
  lastPrompt: string | null;

  private constructor(ports: ShellPorts, prompt: string) {
    this.#ports = ports;
    this.#prompt = learnPrompt(prompt);
    this.lastPrompt = prompt.trim();
  }

  /** Waits for the first prompt of a shell that is open. */
  static async open(ports: ShellPorts): Promise<Shell> {
    return new Shell(ports, await findPrompt(ports.wire, ports.clock, ports.limits, ports.request));
  }

  /** Runs one command and answers what it printed. Rejects with the session's first cause: after that, nobody knows the CLI. */
  async run(command: string, options: ShellCommand = {}): Promise<string> {
    const { wire } = this.#ports;
    wire.assertUsable();
    wire.move('command-sent');
    this.#send(command);
    await this.#readToPrompt(command, options);
    this.lastPrompt = wire.terminal.line.trim();
    const output = outputOf(wire.terminal.finished, command, this.#prompt);
    wire.terminal.clear();
    wire.move('command-done');
    return output;
  }

  async #readToPrompt(command: string, options: ShellCommand): Promise<void> {
    const { wire, clock, limits } = this.#ports;
    const bounds = { idleMs: limits.commandIdleMs, totalMs: limits.commandMs };
    let pages = 0;
    let wasAnswered = false;
    let wasResent = false;
    for (;;) {
      const seen = await readUntil(wire, clock, () => this.#judge(command, options), bounds);
      switch (seen) {
        case 'prompt':
          this.#isConfirmed = true;
          return;
        case 'new-prompt':
          return this.#relearn();
        case 'ignored':
          // Typed before the prompt was there: some shells discard what they find then (TCSAFLUSH).
          if (wasResent) this.#fail('prompt-timeout', SHELL.ignored(this.#where()));
          wasResent = true;
          this.#prompt = learnPrompt(wire.terminal.line);
          this.#send(command);
          break;
        case 'page':
          pages += 1;
          if (pages > limits.pagerPages) this.#fail('pager-loop', SHELL.pagerLoop(this.#where(), pages));
          this.#turnPage();
          break;
        case 'question':
          // Asked a second time: what was answered was not taken (a wrong enable secret).
          if (wasAnswered) this.#fail('enable-failed', SHELL.enable(this.#where()));
          wasAnswered = true;
          wire.terminal.eraseLine();
          wire.write(`${options.answer?.text ?? ''}\n`);
          break;
        case 'too-large':
          this.#fail('output-too-large', SHELL.tooLarge(this.#where(), limits.outputBytes));
          break;
        case 'silent':
          this.#fail('command-timeout', COMMAND.silent(this.#where(), `${bounds.idleMs / 1000} s`));
          break;
        case 'late':
          this.#fail('command-timeout', COMMAND.late(this.#where(), `${bounds.totalMs / 1000} s`));
      }
    }
  }

  #judge(command: string, { pager, answer }: ShellCommand): Verdict<Seen> | null {
    const { wire, limits } = this.#ports;
    const { terminal } = wire;
    const { line } = terminal;
    if (terminal.length > limits.outputBytes) return { value: 'too-large', settleMs: null };
    const end = line.slice(-160);
    if (end === '') return null;
    if (answer?.question.test(end)) return { value: 'question', settleMs: SETTLE_MS };
    if ((pager ?? ANY_PAGER).test(end)) return { value: 'page', settleMs: SETTLE_MS };
    if (!isPromptShaped(line)) return null;
    const isOurs = matchesPrompt(line, this.#prompt);
    const wasEchoed = this.#wasEchoed(command);
    if (isOurs) return { value: 'prompt', settleMs: wasEchoed ? SETTLE_MS : NO_ECHO_SETTLE_MS };
    // Another prompt than the one that was taken for it, and no echo: the device discarded what was typed too early.
    if (!wasEchoed) return { value: 'ignored', settleMs: STRANGE_SETTLE_MS };
    return isPlainPrompt(line) ? { value: 'new-prompt', settleMs: this.#strangeSettle() } : null;
  }

  /** Before the first confirmation, a prompt behind the echo is the prompt: what stood there before was a message. */
  #strangeSettle(): number {
    return this.#isConfirmed ? STRANGE_SETTLE_MS : SETTLE_MS * 10;
  }

  #wasEchoed(command: string): boolean {
    if (this.#isConfirmed) return true;
    const { head } = this.#ports.wire.terminal;
    return (
      hasEcho(head, command, this.#prompt) || head.split('\n').some((line) => line.endsWith(command.trim()))
    );
  }

  #turnPage(): void {
    const { terminal } = this.#ports.wire;
    const key = pagerKey(terminal.line.slice(-160));
    terminal.eraseLine();
    this.#ports.wire.write(key);
  }

  #relearn(): void {
    if (this.#isConfirmed && this.#hasChanged) this.#fail('prompt-changed', SHELL.changed(this.#where()));
    this.#hasChanged = this.#isConfirmed;
    this.#isConfirmed = true;
    this.#prompt = learnPrompt(this.#ports.wire.terminal.line);
  }

  #send(command: string): void {
    const { wire } = this.#ports;
    wire.terminal.clear();
    this.lastPrompt = null;
    wire.write(`${command}\n`);
  }

  #where() {
    const { address, port, credential } = this.#ports.request;
    return { phase: 'command', address, port, username: credential.username } as const;
  }

  #fail(of: FailureClass, reason: string): never {
    const { wire } = this.#ports;
    const failure = { class: of, phase: wire.position.phase, reason, retryable: false } as const;
    wire.failWith(failure);
    wire.signal.throwIfAborted();
    throw new SessionError(failure);
  }
}
