import type { Facts } from '../model/device.ts';
import type { NeighborEntry } from '../model/neighbor.ts';
import { fillLocalPorts } from '../parse/fill-local-ports.ts';
import type { ProbeCommand } from '../platform/platform.ts';
import type { CommandResult, Session } from '../session/session.ts';
import { isReadable, parseOutput } from './parse-output.ts';
import { scrub } from './scrub.ts';

export interface Answer {
  readonly asked: string;
  readonly command: string;
  readonly output: string;
}

/**
 * The answers of a session so far. On an exec channel everything is fetched in one flight and then read from here; on a
 * shell a command goes out when it is needed.
 */
export class Answers {
  /** Commands that got no answer, fallbacks included, with what the device said instead. */
  readonly refused: { readonly command: string; readonly said: string }[] = [];
  readonly #session: Session;
  readonly #known = new Map<string, CommandResult>();

  constructor(session: Session) {
    this.#session = session;
  }

  async prefetch(commands: readonly string[]): Promise<void> {
    for (const result of await this.#session.runAll(commands)) this.#known.set(result.command, result);
  }

  /** The first of the command and its fallbacks that the device answers; null (and remembered) when it answers none. */
  async ask(planned: ProbeCommand): Promise<Answer | null> {
    let said = '';
    for (const command of [planned.command, ...(planned.fallbacks ?? [])]) {
      const result = this.#known.get(command) ?? (await this.#session.run(command));
      this.#known.set(command, result);
      said = lastLine(result.output);
      if (result.status !== 'ok') continue;
      if (!isReadable(this.#session.platform.id, command, result.output)) continue;
      return { asked: planned.command, command, output: result.output };
    }
    this.refused.push({ command: planned.command, said });
    return null;
  }
}

/** The device's own words, short enough for a warning. */
function lastLine(output: string): string {
  const lines = output.slice(-2_000).trimEnd().split('\n');
  return scrub(lines.at(-1) ?? '')
    .trim()
    .slice(0, 120);
}

/** What the device is. Earlier commands win: later ones fill in what they did not state. */
export async function readFacts(session: Session, answers: Answers): Promise<Facts> {
  let facts: Facts = {};
  for (const planned of session.platform.probe.facts) {
    const answer = await answers.ask(planned);
    if (!answer) continue;
    const read = parseOutput(session.platform.id, answer.command, answer.output);
    if ('facts' in read) facts = mergeFacts(facts, read.facts);
  }
  return facts;
}

/** The outputs that hold the neighbors: parsed after the session is closed. */
export async function readNeighborOutputs(
  session: Session,
  answers: Answers,
): Promise<readonly NeighborOutput[]> {
  const outputs: NeighborOutput[] = [];
  for (const planned of session.platform.probe.neighbors) {
    const answer = await answers.ask(planned);
    if (!answer) continue;
    const entries = neighborsIn(session.platform.id, answer);
    const brief = planned.localPortsFrom;
    if (brief !== undefined && entries.some((entry) => entry.localPort === null)) {
      const ports = await answers.ask({ command: brief });
      outputs.push({ ...answer, ...(ports ? { brief: ports } : {}) });
    } else outputs.push(answer);
  }
  return outputs;
}

export interface NeighborOutput extends Answer {
  /** The brief listing that gives the local ports which old IOS leaves out of the detail. */
  readonly brief?: Answer;
}

export function parseNeighbors(
  platformId: string,
  outputs: readonly NeighborOutput[],
): readonly NeighborEntry[] {
  return outputs.flatMap((output) => {
    const entries = neighborsIn(platformId, output);
    return output.brief ? fillLocalPorts(entries, neighborsIn(platformId, output.brief)) : entries;
  });
}

function neighborsIn(platformId: string, answer: Answer): readonly NeighborEntry[] {
  const read = parseOutput(platformId, answer.command, answer.output);
  return 'neighbors' in read ? read.neighbors : [];
}

function mergeFacts(first: Facts, second: Facts): Facts {
  const merged: Record<string, unknown> = { ...second };
  for (const [key, value] of Object.entries(first)) {
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) merged[key] = value;
  }
  return { ...merged, ports: mergePorts(first.ports ?? [], second.ports ?? []) };
}

function mergePorts(
  first: NonNullable<Facts['ports']>,
  second: NonNullable<Facts['ports']>,
): NonNullable<Facts['ports']> {
  const ports = new Map(second.map((port) => [port.name, port]));
  for (const port of first) ports.set(port.name, { ...ports.get(port.name), ...port });
  return [...ports.values()];
}
