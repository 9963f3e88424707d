import { failureOf } from '../errors.ts';
import type { ProbeDeviceInput, ProbeDeviceOutput } from '../model/payloads.ts';
import type { Failure, Outcome } from '../model/outcome.ts';
import type { Run } from '../model/run.ts';
import type { Target } from '../model/target.ts';
import { makeScope } from '../topology/scope.ts';
import { alternateOf } from './follow-neighbors.ts';
import { openLedgeredSession, type LedgeredResult } from './ledgered-session.ts';
import { probeBudget } from './probe-budget.ts';
import type { Invocation, ProbePorts } from './probe-ports.ts';
import { storeVisit } from './store-visit.ts';
import { visitDevice, type Visit } from './visit-device.ts';

/**
 * Visits one target: claim, scope check, ledger row, session, close, store. A device failure is the target's outcome; only
 * faults of ours or of the store are thrown, and then the target's lease gives it back. Answers `{}`, as every child of the
 * Map must.
 */
export async function probeDevice(
  ports: ProbePorts,
  input: ProbeDeviceInput,
  invocation: Invocation,
): Promise<ProbeDeviceOutput> {
  const { store, clock, events } = ports;
  const { runId, targetId } = input;
  const run = await store.getRun(runId);
  if (run?.status !== 'running') return {};
  const startedAt = clock.now();
  const owner = invocation.requestId;
  const lease = { owner, leaseUntil: invocation.endsAt };
  const target = await store.claim(runId, targetId, { ...lease, now: startedAt });
  if (!target) return {};
  const budget = probeBudget(startedAt, invocation.endsAt, run.settings.probeTimeoutSeconds);
  if (!budget || ports.interrupted?.aborted) {
    await store.giveBack(runId, targetId, lease);
    return {};
  }
  events.emit({ type: 'probe-started', runId, targetId });
  const ended = await attempt(ports, run, target, invocation, budget.workUntil);
  if (ended.outcome.kind === 'failed' && ended.outcome.class === 'interrupted') {
    await store.giveBack(runId, targetId, lease);
    return {};
  }
  await followAlternate(ports, run, target, ended.outcome);
  const finishedAt = clock.now();
  const durationMs = finishedAt - startedAt;
  const { outcome, neighbors, deviceName, sessionId } = ended;
  const wrote = await store.finishTarget(runId, targetId, {
    owner,
    outcome,
    finishedAt,
    durationMs,
    ...(sessionId === undefined ? {} : { sessionId }),
  });
  if (wrote) {
    events.emit({ type: 'probe-finished', runId, targetId, deviceName, outcome, neighbors, durationMs });
  }
  return {};
}

interface Ended {
  readonly outcome: Outcome;
  readonly neighbors: number;
  readonly deviceName: string | null;
  readonly sessionId?: string;
}

const failed = (failure: Failure): Ended => ({
  outcome: { kind: 'failed', class: failure.class, phase: failure.phase, reason: failure.reason },
  neighbors: 0,
  deviceName: null,
});

async function attempt(
  ports: ProbePorts,
  run: Run,
  target: Target,
  invocation: Invocation,
  workUntil: number,
): Promise<Ended> {
  // Checked again here, whoever enqueued the target: nothing outside the scope is ever dialled.
  const verdict = makeScope(run.settings).check(target.address);
  if (!verdict.allowed) {
    return {
      outcome: { kind: 'skipped', skip: 'out-of-scope', reason: verdict.reason },
      neighbors: 0,
      deviceName: null,
    };
  }
  const credential = await ports.credentials.forTarget(target);
  if (!credential) {
    return failed({
      class: 'no-credential',
      phase: 'credential',
      reason: `no credential matches ${target.address}: add one to the configuration or the flags`,
    });
  }
  const work = { run, target, credential, invocation, workUntil };
  let session: LedgeredResult<Visit>;
  for (let tries = 1; ; tries += 1) {
    session = await openLedgeredSession(ports, work, (live) => visitDevice(ports.store, run, target, live));
    const enoughTime = workUntil - ports.clock.now() > 5_000;
    if (!session.failure?.retryable || tries > 1 || !enoughTime) break;
    // One more try, and only after the first connection was seen closed: a retry never doubles a session.
    await ports.clock.sleep(200 + (target.targetId.length % 10) * 30, ports.interrupted);
  }
  // Frozen and thawed past its lease, a probe is no longer the one that visits: its late result overwrites nothing.
  const held = await ports.store.getTarget(run.runId, target.targetId);
  if (held?.status !== 'active' || held.owner !== invocation.requestId) return failed(LATE);
  return { ...(await conclude(ports, run, target, session)), sessionId: session.sessionId };
}

const LATE: Failure = {
  class: 'deadline',
  phase: 'store',
  reason:
    'the probe came back after its lease had ended: another one has the target, and this result is dropped',
};

/** After the close: parse, store, decide the outcome. */
async function conclude(
  ports: ProbePorts,
  run: Run,
  target: Target,
  session: LedgeredResult<Visit>,
): Promise<Ended> {
  if (session.error !== undefined) throw session.error as Error;
  if (session.failure) return failed(session.failure);
  const visit = session.value;
  if (!visit) return failed(failureOf(new Error('the session ended without a result'), 'command'));
  if (visit.kind === 'alias') {
    await ports.store.addAddress(run.network, visit.deviceId, target.address);
    const { deviceId, of } = visit;
    return { outcome: { kind: 'alias', deviceId, of }, neighbors: 0, deviceName: visit.identity.name };
  }
  const stored = await storeVisit(ports, run, target, visit);
  const { deviceId } = visit;
  const { warnings } = stored;
  return {
    outcome: { kind: 'visited', deviceId, ...(warnings.length > 0 ? { warnings } : {}) },
    neighbors: stored.neighbors,
    deviceName: visit.identity.name,
  };
}

/** An address that does not answer need not be the device's only one. */
async function followAlternate(ports: ProbePorts, run: Run, target: Target, outcome: Outcome): Promise<void> {
  if (outcome.kind !== 'failed') return;
  if (outcome.class !== 'unreachable' && outcome.class !== 'refused') return;
  const next = alternateOf(target, run.settings.port, ports.clock.now());
  if (next) await ports.store.enqueue(next);
}
