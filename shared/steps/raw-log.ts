import type { RawOutput } from '../model/raw-output.ts';
import type { CommandResult } from '../session/session.ts';

/** What a session printed, command by command, also where it broke off: kept only where the run asks for it. */
export class RawLog {
  readonly #outputs: RawOutput[] = [];
  #pending: string | null = null;

  get outputs(): readonly RawOutput[] {
    return this.#outputs;
  }

  asking(command: string): void {
    this.#pending = command;
  }

  answered({ command, status, output }: CommandResult): void {
    this.#pending = null;
    this.#outputs.push({ command, status, output });
  }

  /** The session ended in the middle of a command. */
  brokeOff(output: string): void {
    if (this.#pending === null && output === '') return;
    this.#outputs.push({ command: this.#pending ?? '', status: 'broken-off', output });
    this.#pending = null;
  }
}
