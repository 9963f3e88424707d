import type { ReclaimSessionInput } from '../model/payloads.ts';
import type { SessionRecord } from '../model/session-record.ts';
import { LINE_PARSERS } from '../parse/lines/line-parsers.ts';
import type { LineControl } from '../platform/platform.ts';
import type { Session } from '../session/session.ts';
import { findOwnLine, type OwnLine } from '../topology/own-line.ts';
import { makeScope } from '../topology/scope.ts';
import { isDeferral } from './deferral.ts';
import { holdDevice } from './hold-device.ts';
import { openLedgeredSession } from './ledgered-session.ts';
import { probeBudget } from './probe-budget.ts';
import type { Invocation, ProbePorts } from './probe-ports.ts';

/** What became of one leaked session. Only `reclaimed` and `gone` say that the device holds nothing of it any more. */
export type Reclaim =
  | { readonly kind: 'reclaimed'; readonly line: string }
  /** The device had let go by itself. */
  | { readonly kind: 'gone' }
  /** It may hold the line still; nothing was touched. */
  | { readonly kind: 'kept'; readonly reason: string };

/**
 * Logs in to a device that may still hold the line of a leaked session, clears that line if it is provably ours, and verifies that
 * it is gone. Each leaked session is tried once. Its own session is in the ledger like a probe's. Answers `{}`, as every child of a
 * Map must; what happened stands in the row and in an event.
 */
export async function reclaimSession(
  ports: ProbePorts,
  input: ReclaimSessionInput,
  invocation: Invocation,
): Promise<Record<string, never>> {
  const { store, clock, events } = ports;
  const leaked = await store.tryReclaim(input, clock.now());
  if (!leaked) return {};
  const result = await attempt(ports, leaked, invocation);
  const { runId, sessionId, address } = leaked;
  if (result.kind !== 'kept') {
    const line = result.kind === 'reclaimed' ? result.line : 'let go by the device itself';
    await store.markReclaimed(leaked, { at: clock.now(), line });
  } else await store.noteReclaim(leaked, result.reason);
  events.emit({ type: 'session-reclaim', runId, sessionId, address, result });
  return {};
}

const kept = (reason: string): Reclaim => ({ kind: 'kept', reason });

async function attempt(ports: ProbePorts, leaked: SessionRecord, invocation: Invocation): Promise<Reclaim> {
  const { store, clock } = ports;
  const { localAddress, localPort } = leaked;
  if (localAddress === undefined || localPort === undefined) {
    return kept(
      'the ledger does not know the port that it came from: its holder died before it could be written',
    );
  }
  const [run, target] = await Promise.all([
    store.getRun(leaked.runId),
    store.getTarget(leaked.runId, leaked.targetId),
  ]);
  if (!run || !target) return kept('its run or its target is not in the table any more');
  const verdict = makeScope(run.settings).check(leaked.address);
  if (!verdict.allowed) return kept(verdict.reason);
  const credential = await ports.credentials.forTarget(target);
  if (credential?.username !== leaked.username) {
    return kept(`there is no credential of the user ${leaked.username} for ${leaked.address}`);
  }
  const budget = probeBudget(clock.now(), invocation.endsAt, run.settings.probeTimeoutSeconds);
  if (!budget) return kept('too little time was left to log in');
  const { workUntil } = budget;
  const work = { run, target, credential, invocation, workUntil, reclaims: leaked.sessionId };
  const end = { address: localAddress, port: localPort };
  const held = await holdDevice(ports, run, target, invocation);
  if (isDeferral(held)) return kept(held.reason);
  const result = await openLedgeredSession(ports, work, (session) =>
    clearLine(session, { user: leaked.username, leaked: end, pause: (ms) => clock.sleep(ms) }),
  ).finally(held.release);
  if (result.error !== undefined) throw result.error as Error;
  if (result.failure) return kept(result.failure.reason);
  return result.value ?? kept('the session ended without a result');
}

interface Lost {
  readonly user: string;
  readonly leaked: { readonly address: string; readonly port: number };
  readonly pause: (ms: number) => Promise<void>;
}

/** A device takes a moment to tear a line down. */
const VERIFY_TRIES = 5;
const VERIFY_PAUSE_MS = 300;

async function clearLine(session: Session, lost: Lost): Promise<Reclaim> {
  const { platform } = session;
  const control: LineControl | undefined = platform.lines;
  if (!control) return kept(`nobody has said yet how ${platform.title} lists and clears its lines`);
  const before = await look(session, control, lost);
  if (before.found === 'gone') return { kind: 'gone' };
  if (before.found === 'unproven') return kept(before.reason);
  const { line } = before.line;
  const command = control.clear.replace('{line}', line);
  const { confirm } = control;
  const answer = await session.run(
    command,
    confirm === undefined ? {} : { answer: { question: confirm, text: '' } },
  );
  if (answer.status !== 'ok') {
    return kept(`the device refused "${command}": does ${lost.user} have the privilege to clear lines?`);
  }
  for (let tries = 0; tries < VERIFY_TRIES; tries += 1) {
    if ((await look(session, control, lost)).found === 'gone') return { kind: 'reclaimed', line };
    await lost.pause(VERIFY_PAUSE_MS);
  }
  return kept(`the device took "${command}" and still lists the connection`);
}

async function look(session: Session, control: LineControl, lost: Lost): Promise<OwnLine> {
  const parsers = LINE_PARSERS[control.parser];
  const listings = await session.runAll([control.list, control.connections]);
  const [lines, connections] = listings;
  const refused = listings.find(({ status }) => status === 'rejected');
  if (!parsers || !lines || !connections || refused) {
    return { found: 'unproven', reason: `the device refused "${refused?.command ?? control.list}"` };
  }
  return findOwnLine({
    lines: parsers.lines(lines.output),
    connections: parsers.connections(connections.output),
    user: lost.user,
    leaked: lost.leaked,
    own: session.local,
  });
}
