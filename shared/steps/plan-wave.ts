import { NetwalkerError } from '../errors.ts';
import type { FrontierMark, Run } from '../model/run.ts';
import type { PlanWaveInput, PlanWaveOutput, ProbeDeviceInput } from '../model/payloads.ts';
import type { Target } from '../model/target.ts';
import { keyPart } from '../names.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { Store } from '../ports/store.ts';
import { LOCK_LEASE_MS, mostInWave } from './run-lock.ts';

/** About 20 history events a loop and 25,000 an execution: a run stops here and says so. */
export const WAVE_LIMIT = 1_000;
/** A target that was given back this often has killed that many probes: it is abandoned. */
const GIVE_BACK_LIMIT = 2;
/** Waves in a row in which no probe began: the function is broken, and 1,000 waves would not mend it. */
const IDLE_LIMIT = 3;
const PAGE_ITEMS = 1_000;
const PAGE_BYTES = 200_000;

export interface PlanWavePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventSink;
}

/**
 * The next page of the frontier. Reads the base table consistently, gives expired leases back, abandons what was given
 * back too often. `wait` means that nothing is to be probed now: a lost probe holds a lease, or targets were put off.
 * Throws where three waves in a row began no probe, and where another run has the network.
 */
export async function planWave(ports: PlanWavePorts, input: PlanWaveInput): Promise<PlanWaveOutput> {
  const { store, clock, events } = ports;
  const { runId, concurrency } = input;
  const now = clock.now();
  const run = await store.getRun(runId);
  if (run && !(await store.lockNetwork(run.network, runId, now, now + LOCK_LEASE_MS))) throw lockLost(run);
  const live = await store.listTargets(runId, { live: true });
  const isDeferred = (target: Target): boolean => (target.notBefore ?? 0) > now;
  const waiting = live.filter((target) => target.status === 'pending');
  const pending = waiting.filter((target) => !isDeferred(target));
  const later = waiting.filter(isDeferred).map((target) => target.notBefore ?? now);
  const held = live.filter((target) => target.status === 'active');
  for (const target of held.filter((each) => (each.leaseUntil ?? 0) < now)) {
    if (await recover(ports, target, now)) pending.push(target);
  }
  const stillHeld = held.filter((each) => (each.leaseUntil ?? 0) >= now);
  const loop = { runId, concurrency, wave: input.wave };
  const comesBack = [...later, ...stillHeld.map((target) => target.leaseUntil ?? now)];
  if (pending.length === 0 && comesBack.length > 0) {
    const until = Math.min(...comesBack);
    return { ...loop, items: [], next: 'wait', waitSeconds: Math.max(1, Math.ceil((until - now) / 1000)) };
  }
  if (pending.length === 0) return { ...loop, items: [], next: 'done' };
  if (input.wave >= WAVE_LIMIT) return { ...loop, items: [], next: 'truncated' };
  const wave = input.wave + 1;
  const frontier = markOf(live, run?.frontier, now);
  if (frontier.idle >= IDLE_LIMIT) throw nobodyBegins(frontier.idle, pending.length);
  await store.countWave(runId, wave, frontier);
  const items = pageOf(pending, Math.min(Math.max(PAGE_ITEMS, 5 * concurrency), mostInWave(concurrency)));
  events.emit({ type: 'wave-planned', runId, wave, pending: pending.length });
  return { ...loop, wave, items, next: 'probe' };
}

/**
 * Every probe that begins counts an attempt or a deferral, or ends its target: the same targets with the same counts are a frontier that
 * nobody touched. Their number alone says nothing: along a chain of devices every wave has one.
 */
function markOf(live: readonly Target[], last: FrontierMark | undefined, at: number): FrontierMark {
  const each = live.map(({ targetId, attempts, deferrals = 0 }) => `${targetId} ${attempts} ${deferrals}`);
  // Their beginning, and a hash of them all.
  const mark = keyPart(each.sort().join(', '), 100);
  return { mark, idle: last?.mark === mark ? last.idle + 1 : 0, at };
}

function nobodyBegins(waves: number, pending: number): NetwalkerError {
  return new NetwalkerError(
    'ProbesNotStarting',
    `${waves} waves in a row began no probe of ${pending} targets: the probe function fails before it can claim one; look at its log`,
  );
}

function lockLost({ network }: Run): NetwalkerError {
  return new NetwalkerError(
    'NetworkLockLost',
    `another run walks the network ${network}: this one stood still for longer than its lock, and ends here`,
  );
}

/** True when the target is pending again. */
async function recover(ports: PlanWavePorts, target: Target, now: number): Promise<boolean> {
  const { store } = ports;
  const lease = { owner: target.owner ?? '', leaseUntil: target.leaseUntil ?? 0 };
  if (target.attempts <= GIVE_BACK_LIMIT) return store.giveBack(target.runId, target.targetId, lease);
  await store.abandon(target.runId, target.targetId, lease, {
    finishedAt: now,
    outcome: {
      kind: 'failed',
      class: 'abandoned',
      phase: 'connect',
      reason: `${target.attempts} probes of ${target.targetId} died before they could finish: look for what kills them (memory, time limit) in the function's log`,
    },
  });
  return false;
}

/** Breadth-first: the nearest first, in the order they were told; bounded in number and in bytes. */
function pageOf(pending: readonly Target[], limit: number): readonly ProbeDeviceInput[] {
  const ordered = [...pending].sort((a, b) => a.depth - b.depth || a.enqueuedAt - b.enqueuedAt);
  const items: ProbeDeviceInput[] = [];
  let bytes = 0;
  for (const { runId, targetId } of ordered.slice(0, limit)) {
    bytes += Buffer.byteLength(JSON.stringify({ runId, targetId })) + 1;
    if (bytes > PAGE_BYTES) break;
    items.push({ runId, targetId });
  }
  return items;
}
