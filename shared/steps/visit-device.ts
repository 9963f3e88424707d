import type { Facts } from '../model/device.ts';
import type { Failure } from '../model/outcome.ts';
import type { Run } from '../model/run.ts';
import type { Target } from '../model/target.ts';
import { UNKNOWN } from '../platform/unknown.ts';
import type { Store } from '../ports/store.ts';
import type { Session } from '../session/session.ts';
import { identityOf } from '../topology/identity.ts';
import { Answers } from './answers.ts';
import { collectInto, type Collection } from './collect-data.ts';
import type { KnownAnswers } from './known-answers.ts';
import type { LedgeredResult } from './ledgered-session.ts';
import type { RawLog } from './raw-log.ts';
import { readFacts } from './read-facts.ts';
import { readNeighborOutputs, type NeighborOutputs, type WorkTime } from './read-neighbors.ts';
import { resolveIdentity, type Identity } from './resolve-identity.ts';
import { scrub } from './scrub.ts';

/** What a session brought home: raw neighbor outputs, parsed only after the session is closed. */
export type Visit =
  | { readonly kind: 'alias'; readonly deviceId: string; readonly of: string; readonly identity: Identity }
  | ({
      readonly kind: 'visited';
      readonly deviceId: string;
      readonly identity: Identity;
      readonly platformId: string;
      readonly vendor: string;
      readonly facts: Facts;
      readonly refused: Answers['refused'];
      readonly collection: Collection;
      readonly answered: Answers['worked'];
    } & NeighborOutputs)
  /** Of no platform that is known: asked only for what it prints, where the run keeps that. */
  | { readonly kind: 'unknown'; readonly failure: Failure };

export interface VisitOptions {
  readonly time: WorkTime;
  readonly known: KnownAnswers | null;
  readonly log: RawLog;
  /** Told of a visit that is complete but for what is collected: it stands, however the session ends. */
  readonly keep: (visit: Extract<Visit, { kind: 'visited' }>) => void;
}

/** The work inside a session: which device is this, does another probe have it already, what does it say. */
export async function visitDevice(
  { store, run, target }: { readonly store: Store; readonly run: Run; readonly target: Target },
  session: Session,
  { time, known, log, keep }: VisitOptions,
): Promise<Visit> {
  const answers = new Answers(session, { known, log });
  const { platform } = session;
  if (platform.id === UNKNOWN.id) return visitUnknown(session, target, answers);
  if (platform.channel === 'exec') {
    // One channel, one flight: the round trips are the cost of a probe.
    await answers.prefetch([...platform.probe.facts, ...platform.probe.neighbors]);
  }
  const facts = scrub(await readFacts(session, answers));
  const identity = identityOf({ facts, promptName: session.promptName, address: target.address });
  const { runId, targetId } = target;
  const resolved = await resolveIdentity(store, { network: run.network, runId, targetId }, identity);
  if (resolved.kind === 'alias') return { ...resolved, identity };
  const read = await readNeighborOutputs(session, answers, time);
  const visit: Extract<Visit, { kind: 'visited' }> = {
    kind: 'visited',
    deviceId: resolved.deviceId,
    identity,
    platformId: platform.id,
    vendor: platform.vendor,
    facts,
    refused: answers.refused,
    collection: { outputs: [], warnings: [] },
    answered: answers.worked,
    ...read,
  };
  const { collect: collectors = [] } = run.settings;
  if (collectors.length > 0) {
    keep(visit);
    await collectInto(visit.collection, session, answers, { collectors, time });
  }
  return { ...visit, answered: answers.worked };
}

/** A session that ended while its visit collected: the visit stands all the same, and says what is missing. */
export function standingVisit<Other>(
  session: LedgeredResult<Visit | Other>,
  kept: Extract<Visit, { kind: 'visited' }> | null,
): LedgeredResult<Visit | Other> {
  const { failure, ...rest } = session;
  if (!kept || !failure || failure.class === 'interrupted') return session;
  const warnings = [...kept.collection.warnings, `not all was collected: ${failure.reason}`];
  return { ...rest, value: { ...kept, collection: { ...kept.collection, warnings } } };
}

/** The neutral commands, for who writes the platform's parsers: docs/platforms.md. */
async function visitUnknown(session: Session, { address, port }: Target, answers: Answers): Promise<Visit> {
  for (const { command } of UNKNOWN.probe.neighbors) await answers.note(command);
  const said = `${hostPort(address, port)} is of no platform that netwalker knows (it identifies as "${printable(session.ident)}")`;
  const reason = `${said}: netwalker raw ${address} prints what it answered, and docs/platforms.md tells how a platform is added.`;
  return { kind: 'unknown', failure: { class: 'unsupported-platform', phase: 'command', reason } };
}

const hostPort = (address: string, port: number): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`;

const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '').slice(0, 60);
