import { failureOf } from '../errors.ts';
import type { Credential } from '../model/credential.ts';
import type { ProbeDeviceInput, ProbeDeviceOutput } from '../model/payloads.ts';
import type { Failure, Outcome } from '../model/outcome.ts';
import type { Run } from '../model/run.ts';
import type { Target } from '../model/target.ts';
import { makeScope } from '../topology/scope.ts';
import { alternateOf } from './follow-neighbors.ts';
import { deferForLines } from './defer-for-lines.ts';
import { isDeferral, type Deferral } from './deferral.ts';
import { runCommands, type Executed } from './exec/run-commands.ts';
import { wouldRunTwice } from './exec/would-run-twice.ts';
import { guardLogin } from './guard-login.ts';
import { holdDevice } from './hold-device.ts';
import { keepRaw } from './keep-raw.ts';
import { knownAnswers } from './known-answers.ts';
import { openLedgeredSession, type LedgeredResult, type LedgeredWork } from './ledgered-session.ts';
import { paceLogin } from './pace-login.ts';
import { probeBudget } from './probe-budget.ts';
import type { Invocation, ProbePorts } from './probe-ports.ts';
import { RawLog } from './raw-log.ts';
import { storeVisit } from './store-visit.ts';
import { standingVisit, visitDevice, type Visit } from './visit-device.ts';

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
  if (isDeferral(ended)) {
    if ((target.deferrals ?? 0) < ended.limit) return defer(ports, target, owner, ended);
    return finish(ports, target, owner, startedAt, failed(ended.failure));
  }
  if (ended.outcome.kind === 'failed' && ended.outcome.class === 'interrupted') {
    await store.giveBack(runId, targetId, lease);
    return {};
  }
  await followAlternate(ports, run, target, ended.outcome);
  return finish(ports, target, owner, startedAt, ended);
}

async function defer(
  { store, clock, events }: ProbePorts,
  { runId, targetId }: Target,
  owner: string,
  { afterMs, reason }: Deferral,
): Promise<ProbeDeviceOutput> {
  const notBefore = clock.now() + afterMs;
  if (await store.deferTarget(runId, targetId, { owner, notBefore, reason })) {
    events.emit({ type: 'target-deferred', runId, targetId, notBefore, reason });
  }
  return {};
}

async function finish(
  { store, clock, events }: ProbePorts,
  { runId, targetId }: Target,
  owner: string,
  startedAt: number,
  ended: Ended,
): Promise<ProbeDeviceOutput> {
  const finishedAt = clock.now();
  const durationMs = finishedAt - startedAt;
  const { outcome, neighbors, deviceName, sessionId } = ended;
  const end = { owner, outcome, finishedAt, durationMs, ...(sessionId === undefined ? {} : { sessionId }) };
  if (await store.finishTarget(runId, targetId, end)) {
    events.emit({ type: 'probe-finished', runId, targetId, deviceName, outcome, neighbors, durationMs });
  }
  return {};
}

interface Ended {
  readonly outcome: Outcome;
  /** Null where none were asked for. */
  readonly neighbors: number | null;
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
): Promise<Ended | Deferral> {
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
  const twice = await wouldRunTwice(ports.store, run, target);
  if (twice) return failed(twice);
  const held = await holdDevice(ports, run, target, invocation);
  if (isDeferral(held)) return held;
  let session: LedgeredResult<Work> | Deferral;
  try {
    session = await openGuarded(ports, { run, target, credential, invocation, workUntil });
  } finally {
    // After the close was observed, and not before: the next session may begin.
    await held.release();
  }
  if (isDeferral(session)) return session;
  // Frozen and thawed past its lease, a probe is no longer the one that visits: its late result overwrites nothing.
  const ours = await ports.store.getTarget(run.runId, target.targetId);
  if (ours?.status !== 'active' || ours.owner !== invocation.requestId) return failed(LATE);
  const linesTaken = await deferForLines(ports, run, target, session.failure);
  if (linesTaken) return linesTaken;
  return { ...(await conclude(ports, run, target, session)), sessionId: session.sessionId };
}

/** What a session is for: to visit a device, or to run commands on one that is known. */
type Work = Visit | Executed;

/** A login that was refused with a password that was rotated since it was read is no wrong password: the new one is tried, once. */
async function rotatedFor(
  { credentials }: ProbePorts,
  { target, credential }: LedgeredWork,
  failure: LedgeredResult<Work>['failure'],
): Promise<Credential | null> {
  if (failure?.class !== 'auth-failed' || !credentials.rotated) return null;
  return credentials.rotated(target, credential);
}

/** A session with its account guarded, and once more where the connection was lost before it could be refused. */
async function openGuarded(ports: ProbePorts, first: LedgeredWork): Promise<LedgeredResult<Work> | Deferral> {
  const { run, target, workUntil } = first;
  const { exec } = run.settings;
  let work = first;
  const known = await knownAnswers(ports.store, run, target);
  for (let tries = 1; ; tries += 1) {
    const permit = await guardLogin(ports, run, work.credential.username);
    if (isDeferral(permit)) return permit;
    const paced = await paceLogin(ports, run, work.credential.username);
    if (paced) {
      await permit.drop();
      return paced;
    }
    const log = new RawLog();
    const time = { clock: ports.clock, until: workUntil - LAST_COMMAND_MS };
    let kept: Extract<Visit, { kind: 'visited' }> | null = null;
    const ended = await openLedgeredSession<Work>(ports, work, (live) =>
      exec
        ? runCommands({ exec, target }, live, { log, time })
        : visitDevice({ store: ports.store, run, target }, live, {
            ...{ time, known, log },
            keep: (visit) => (kept = visit),
          }),
    );
    if (run.settings.keepRaw || exec) await keepRaw(ports.store, work, ended, log);
    const session = standingVisit(ended, kept);
    const rotated = tries === 1 ? await rotatedFor(ports, work, session.failure) : null;
    if (rotated) {
      work = { ...work, credential: rotated };
      await permit.drop();
      continue;
    }
    await permit.tell(session.failure);
    const enoughTime = workUntil - ports.clock.now() > 5_000;
    const hasRun = exec !== undefined && log.outputs.length > 0;
    if (!session.failure?.retryable || tries > 1 || !enoughTime || hasRun) return session;
    // One more try, and only after the first connection was seen closed: a retry never doubles a session.
    await ports.clock.sleep(200 + (target.targetId.length % 10) * 30, ports.interrupted);
  }
}

/** What one more command may take before the work of a probe is aborted. */
const LAST_COMMAND_MS = 2_000;

const LATE: Failure = {
  class: 'deadline',
  phase: 'store',
  reason:
    'the probe came back after its lease had ended: another one has the target, and this result is dropped',
};

/** A device without a free line was asked more than once: the outcome says so. */
function withTries(failure: Failure, { deferrals = 0 }: Target): Failure {
  if (failure.class !== 'vty-exhausted' || deferrals === 0) return failure;
  return { ...failure, reason: `${failure.reason} (tried ${deferrals + 1} times)` };
}

/** After the close: parse, store, decide the outcome. */
async function conclude(
  ports: ProbePorts,
  run: Run,
  target: Target,
  session: LedgeredResult<Work>,
): Promise<Ended> {
  if (session.error !== undefined) throw session.error as Error;
  if (session.failure) return failed(withTries(session.failure, target));
  const visit = session.value;
  if (!visit) return failed(failureOf(new Error('the session ended without a result'), 'command'));
  if (visit.kind === 'unknown') return failed(visit.failure);
  if (visit.kind === 'executed' || visit.kind === 'refused') return executedAs(visit);
  if (visit.kind === 'alias') {
    await ports.store.addAddress(run.network, visit.deviceId, target.address);
    // The next visit to this address knows whose it is before it dials.
    await ports.store.claimAlias(run.network, `address:${target.address}`, visit.deviceId);
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

function executedAs(done: Executed): Ended {
  if (done.kind === 'refused') {
    const outcome = { kind: 'skipped', skip: 'command-not-allowed', reason: done.reason } as const;
    return { outcome, neighbors: null, deviceName: null };
  }
  const { deviceId, identity, warnings } = done;
  const outcome = { kind: 'visited', deviceId, ...(warnings.length > 0 ? { warnings } : {}) } as const;
  return { outcome, neighbors: null, deviceName: identity.name };
}

/** An address that does not answer need not be the device's only one. */
async function followAlternate(ports: ProbePorts, run: Run, target: Target, outcome: Outcome): Promise<void> {
  if (outcome.kind !== 'failed') return;
  if (outcome.class !== 'unreachable' && outcome.class !== 'refused') return;
  const next = alternateOf(target, run.settings.port, ports.clock.now());
  if (next) await ports.store.enqueue(next);
}
