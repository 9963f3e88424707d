import type { Facts } from '../model/device.ts';
import type { Run } from '../model/run.ts';
import type { Target } from '../model/target.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { Session } from '../session/session.ts';
import { identityOf } from '../topology/identity.ts';
import { collectInto, type Collection } from './collect-data.ts';
import type { LedgeredResult } from './ledgered-session.ts';
import { Answers, readFacts, readNeighborOutputs, type NeighborOutput } from './read-device.ts';
import { resolveIdentity, type Identity } from './resolve-identity.ts';
import { scrub } from './scrub.ts';

/** What a session brought home: raw neighbor outputs, parsed only after the session is closed. */
export type Visit =
  | { readonly kind: 'alias'; readonly deviceId: string; readonly of: string; readonly identity: Identity }
  | {
      readonly kind: 'visited';
      readonly deviceId: string;
      readonly identity: Identity;
      readonly platformId: string;
      readonly vendor: string;
      readonly facts: Facts;
      readonly outputs: readonly NeighborOutput[];
      readonly refused: Answers['refused'];
      readonly collection: Collection;
    };

export interface VisitOptions {
  readonly store: Store;
  readonly run: Run;
  readonly target: Target;
  readonly clock: Clock;
  /** Epoch milliseconds. */
  readonly workUntil: number;
  /** Told of a visit that is complete but for what is collected: it stands, however the session ends. */
  readonly keep: (visit: Extract<Visit, { kind: 'visited' }>) => void;
}

/** The work inside a session: which device is this, does another probe have it already, what does it say. */
export async function visitDevice(session: Session, options: VisitOptions): Promise<Visit> {
  const { store, run, target, keep, ...time } = options;
  const answers = new Answers(session);
  const { platform } = session;
  if (platform.channel === 'exec') {
    // One channel, one flight: the round trips are the cost of a probe.
    const all = [...platform.probe.facts, ...platform.probe.neighbors];
    await answers.prefetch(all.map((planned) => planned.command));
  }
  const facts = scrub(await readFacts(session, answers));
  const identity = identityOf({ facts, promptName: session.promptName, address: target.address });
  const { runId, targetId } = target;
  const resolved = await resolveIdentity(store, { network: run.network, runId, targetId }, identity);
  if (resolved.kind === 'alias') return { ...resolved, identity };
  const outputs = await readNeighborOutputs(session, answers);
  const visit: Extract<Visit, { kind: 'visited' }> = {
    kind: 'visited',
    deviceId: resolved.deviceId,
    identity,
    platformId: platform.id,
    vendor: platform.vendor,
    facts,
    outputs,
    refused: answers.refused,
    collection: { outputs: [], warnings: [] },
  };
  const { collect: collectors = [] } = run.settings;
  if (collectors.length > 0) {
    keep(visit);
    await collectInto(visit.collection, session, answers, { collectors, ...time });
  }
  return visit;
}

/** A session that ended while its visit collected: the visit stands all the same, and says what is missing. */
export function standingVisit(
  session: LedgeredResult<Visit>,
  kept: Extract<Visit, { kind: 'visited' }> | null,
): LedgeredResult<Visit> {
  const { failure, ...rest } = session;
  if (!kept || !failure || failure.class === 'interrupted') return session;
  const warnings = [...kept.collection.warnings, `not all was collected: ${failure.reason}`];
  return { ...rest, value: { ...kept, collection: { ...kept.collection, warnings } } };
}
