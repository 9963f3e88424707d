import { commandForPort } from '../platform/port-command.ts';
import type { PortCommand, ProbeCommand } from '../platform/platform.ts';
import type { CommandResult, Session } from '../session/session.ts';
import { parsing } from './parsing.ts';
import type { RawLog } from './raw-log.ts';
import type { KnownAnswers } from './known-answers.ts';
import { scrub } from './scrub.ts';

export interface Answer {
  readonly asked: string;
  readonly command: string;
  readonly output: string;
}

interface Planned {
  readonly command: string;
  readonly fallbacks?: readonly string[];
}

/**
 * The answers of a session so far. On an exec channel everything is fetched in one flight and then read from here; on a
 * shell a command goes out when it is needed. What the device answered at its last visit is asked first.
 */
export class Answers {
  /** Commands that got no answer, fallbacks included, with what the device said instead. */
  readonly refused: { readonly command: string; readonly said: string }[] = [];
  readonly #session: Session;
  readonly #log: RawLog | undefined;
  readonly #results = new Map<string, CommandResult>();
  readonly #worked = new Map<string, string>();
  #known: KnownAnswers | null;

  constructor(
    session: Session,
    { known = null, log }: { readonly known?: KnownAnswers | null; readonly log?: RawLog | undefined } = {},
  ) {
    this.#session = session;
    this.#known = known?.platform === session.platform.id ? known : null;
    this.#log = log;
  }

  /** What the device answered, by what was planned: the next visit goes straight there. */
  get worked(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#worked);
  }

  async prefetch(planned: readonly Planned[]): Promise<void> {
    const commands = planned.map((one) => this.#inOrder(one)[0] ?? one.command);
    this.#log?.asking(commands.join('; '));
    for (const result of await this.#session.runAll(commands)) this.#keep(result);
  }

  /**
   * With another OS version than the one that the last visit met, everything is tried anew: what that release refused may
   * work by now. A fallback that was taken without trying what stands before it is not remembered.
   */
  metVersion(osVersion: string): void {
    if (this.#known === null || this.#known.osVersion === osVersion) return;
    this.#known = null;
    for (const [planned, command] of this.#worked) {
      if (planned !== command && !this.#results.has(planned)) this.#worked.delete(planned);
    }
  }

  /** Asks and keeps the answer, whatever it is. */
  async note(command: string): Promise<void> {
    await this.#run(command);
  }

  /** The first of the command and its fallbacks that the device answers; null (and remembered) when it answers none. */
  async ask(planned: ProbeCommand): Promise<Answer | null> {
    const said: string[] = [];
    for (const command of this.#inOrder(planned)) {
      const answer = await this.#try(planned.command, command, said);
      if (!answer) continue;
      this.#worked.set(planned.command, command);
      return answer;
    }
    this.refused.push({ command: planned.command, said: said.at(-1) ?? '' });
    return null;
  }

  /** The same for one port. What the device answered for one port is asked for the others. */
  async askPort(planned: PortCommand, port: string): Promise<Answer | null> {
    const worked = this.#worked.get(planned.command);
    const templates = worked === undefined ? this.#inOrder(planned) : [worked];
    const said: string[] = [];
    for (const template of templates) {
      const answer = await this.#try(planned.command, commandForPort(template, port), said);
      if (!answer) continue;
      this.#worked.set(planned.command, template);
      return answer;
    }
    if (worked === undefined) this.refused.push({ command: planned.command, said: said.at(-1) ?? '' });
    return null;
  }

  async #try(asked: string, command: string, said: string[]): Promise<Answer | null> {
    const result = this.#results.get(command) ?? (await this.#run(command));
    said.push(lastLine(result.output));
    if (result.status !== 'ok') return null;
    const { isReadable } = await parsing();
    if (!isReadable(this.#session.platform.id, command, result.output)) return null;
    return { asked, command, output: result.output };
  }

  async #run(command: string): Promise<CommandResult> {
    this.#log?.asking(command);
    return this.#keep(await this.#session.run(command));
  }

  #keep(result: CommandResult): CommandResult {
    this.#results.set(result.command, result);
    this.#log?.answered(result);
    return result;
  }

  /** The command and its fallbacks, what the device is known to answer before all others. */
  #inOrder({ command, fallbacks = [] }: Planned): readonly string[] {
    const all = [command, ...fallbacks];
    const known = this.#known?.answered[command];
    return known !== undefined && all.includes(known) ? [known, ...all.filter((one) => one !== known)] : all;
  }
}

/** The device's own words, short enough for a warning. */
function lastLine(output: string): string {
  const lines = output.slice(-2_000).trimEnd().split('\n');
  return scrub(lines.at(-1) ?? '')
    .trim()
    .slice(0, 120);
}
