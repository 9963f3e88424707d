import type { Facts } from '../model/device.ts';
import type { Session } from '../session/session.ts';
import type { Answers } from './answers.ts';
import { parsing } from './parsing.ts';

/** What the device is. Earlier commands win: later ones fill in what they did not state. */
export async function readFacts(session: Session, answers: Answers): Promise<Facts> {
  let facts: Facts = {};
  for (const planned of session.platform.probe.facts) {
    const answer = await answers.ask(planned);
    if (!answer) continue;
    const { parseOutput } = await parsing();
    const read = parseOutput(session.platform.id, answer.command, answer.output);
    if ('facts' in read) facts = mergeFacts(facts, read.facts);
    if (facts.osVersion !== undefined) answers.metVersion(facts.osVersion);
  }
  return facts;
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
