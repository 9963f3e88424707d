import type { NeighborEntry } from '../model/neighbor.ts';
import { fillDetails } from '../parse/fill-details.ts';
import { fillLocalPorts } from '../parse/fill-local-ports.ts';
import type { PortCommand } from '../platform/platform.ts';
import { isPortWord } from '../platform/port-command.ts';
import type { Clock } from '../ports/clock.ts';
import type { Session } from '../session/session.ts';
import { canonicalPort } from '../topology/port-name.ts';
import type { Answer, Answers } from './answers.ts';
import { parsing } from './parsing.ts';

export interface NeighborOutput extends Answer {
  /** The brief listing that gives the local ports which old IOS leaves out of the detail. */
  readonly brief?: Answer;
  /** What was asked port by port. */
  readonly details?: readonly PortAnswer[];
}

interface PortAnswer extends Answer {
  readonly port: string;
}

export interface NeighborOutputs {
  readonly outputs: readonly NeighborOutput[];
  /** Ports that were not asked for what their entries leave out, for want of time. */
  readonly unaskedPorts: number;
}

/** Until when commands may go out (epoch milliseconds). */
export interface WorkTime {
  readonly clock: Clock;
  readonly until: number;
}

/** The outputs that hold the neighbors: parsed into entries only after the session is closed. */
export async function readNeighborOutputs(
  session: Session,
  answers: Answers,
  time: WorkTime,
): Promise<NeighborOutputs> {
  const platformId = session.platform.id;
  const outputs: (NeighborOutput & { readonly perPort?: PortCommand })[] = [];
  for (const planned of session.platform.probe.neighbors) {
    const answer = await answers.ask(planned);
    if (!answer) continue;
    const perPort = planned.perPort?.completes.includes(answer.command) ? planned.perPort : undefined;
    const output = { ...answer, ...(perPort ? { perPort } : {}) };
    const brief = planned.localPortsFrom;
    const isPortless =
      brief !== undefined &&
      (await neighborsIn(platformId, answer)).some(({ localPort }) => localPort === null);
    const ports = isPortless ? await answers.ask({ command: brief }) : null;
    outputs.push({ ...output, ...(ports ? { brief: ports } : {}) });
  }
  let unaskedPorts = 0;
  const asked: NeighborOutput[] = [];
  for (const { perPort, ...output } of outputs) {
    const wanted = perPort
      ? portsToAsk(await parseNeighbors(platformId, outputs), await neighborsIn(platformId, output))
      : [];
    if (!perPort || wanted.length === 0) {
      asked.push(output);
      continue;
    }
    const details = await askPorts(answers, perPort, wanted.slice(0, perPort.atMost), time);
    unaskedPorts += wanted.length - details.asked;
    asked.push({ ...output, details: details.answers });
  }
  return { outputs: asked, unaskedPorts };
}

/**
 * The ports whose entries tell no management address, where nothing else told one on that port. One port of each neighbor stands
 * before all others: one address of it is enough to go on.
 */
function portsToAsk(all: readonly NeighborEntry[], listed: readonly NeighborEntry[]): readonly string[] {
  const told = new Set(
    all
      .filter(({ managementAddresses, localPort }) => managementAddresses.length > 0 && localPort !== null)
      .map(({ localPort }) => canonicalPort(localPort ?? '')),
  );
  const first = new Map<string, string>();
  const others = new Set<string>();
  for (const { localPort, managementAddresses, chassisId, remoteName } of listed) {
    if (localPort === null || !isPortWord(localPort)) continue;
    if (managementAddresses.length > 0 || told.has(canonicalPort(localPort))) continue;
    const neighbor = chassisId ?? remoteName ?? localPort;
    if (first.has(neighbor)) others.add(localPort);
    else first.set(neighbor, localPort);
  }
  return [...new Set([...first.values(), ...others])];
}

async function askPorts(
  answers: Answers,
  planned: PortCommand,
  ports: readonly string[],
  { clock, until }: WorkTime,
): Promise<{ readonly answers: readonly PortAnswer[]; readonly asked: number }> {
  const got: PortAnswer[] = [];
  let slowestMs = 0;
  let asked = 0;
  for (const port of ports) {
    const startedAt = clock.now();
    // As slow as the slowest so far, twice over: a probe that runs into its time limit would lose all it has.
    if (startedAt + 2 * slowestMs >= until) break;
    const answer = await answers.askPort(planned, port);
    slowestMs = Math.max(slowestMs, clock.now() - startedAt);
    asked += 1;
    if (answer) got.push({ ...answer, port });
    // Refused in every form at the first port: it is refused at all of them.
    else if (got.length === 0) return { answers: got, asked: ports.length };
  }
  return { answers: got, asked };
}

export async function parseNeighbors(
  platformId: string,
  outputs: readonly NeighborOutput[],
): Promise<readonly NeighborEntry[]> {
  const entries = await Promise.all(outputs.map(async (output) => entriesOf(platformId, output)));
  return entries.flat();
}

async function entriesOf(platformId: string, output: NeighborOutput): Promise<readonly NeighborEntry[]> {
  const { brief, details = [] } = output;
  const entries = await neighborsIn(platformId, output);
  const withPorts = brief ? fillLocalPorts(entries, await neighborsIn(platformId, brief)) : entries;
  const detailed = await Promise.all(
    details.map(async (answer) => ({ port: answer.port, entries: await neighborsIn(platformId, answer) })),
  );
  return output.details ? fillDetails(withPorts, detailed) : withPorts;
}

async function neighborsIn(platformId: string, answer: Answer): Promise<readonly NeighborEntry[]> {
  const { parseOutput } = await parsing();
  const read = parseOutput(platformId, answer.command, answer.output);
  return 'neighbors' in read ? read.neighbors : [];
}
