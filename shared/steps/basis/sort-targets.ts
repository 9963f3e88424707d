import type { Device } from '../../model/device.ts';
import type { RunBasis } from '../../model/run.ts';
import type { Target } from '../../model/target.ts';
import { afresh, carriedOver, skippedAs, visitedSince } from './carry-over.ts';
import { mayPass } from './may-pass.ts';

export interface SortOptions {
  /** The run that goes on, and from which. */
  readonly runId: string;
  readonly from: string;
  readonly visit: RunBasis['visit'];
  /** Epoch milliseconds; with `stale`, a device that was seen at it or after it is not visited. */
  readonly seenSince: number;
  readonly devices: readonly Device[];
  readonly now: number;
}

export interface SortedTargets {
  /** As they ended: nothing of them is done again. */
  readonly carried: readonly Target[];
  readonly toVisit: readonly Target[];
}

/**
 * Every target of a run that another goes on from, either to visit or carried over. Left out is only a seed whose name had no address: it is
 * looked up again.
 */
export function sortTargets(targets: readonly Target[], options: SortOptions): SortedTargets {
  const carried: Target[] = [];
  const toVisit: Target[] = [];
  const decide = DECISIONS[options.visit](targets, options);
  for (const target of targets) {
    if (isUnknownName(target)) continue;
    const decided = decide(target);
    if (decided === 'visit') toVisit.push(afresh(target, options.runId, options.now));
    else carried.push(decided === 'carry' ? carriedOver(target, options.runId, options.from) : decided);
  }
  return { carried, toVisit };
}

/** A target itself: what is carried over instead of it. */
type Decision = 'visit' | 'carry' | Target;
type Decide = (target: Target) => Decision;

const DECISIONS: Readonly<
  Record<RunBasis['visit'], (targets: readonly Target[], options: SortOptions) => Decide>
> = { unvisited: unvisitedOf, failed: failedOf, stale: staleOf };

function unvisitedOf(targets: readonly Target[]): Decide {
  const reached = new Set(targets.filter(isReached).map(({ address }) => address));
  return (target) => {
    if (isOpen(target)) return 'visit';
    const { outcome } = target;
    if (outcome?.kind !== 'failed' || !mayPass(outcome.class)) return 'carry';
    // Not at this address, but at another one of the same neighbor.
    return target.alternates?.some((address) => reached.has(address)) ? 'carry' : 'visit';
  };
}

function failedOf(_targets: readonly Target[], { runId, from, now }: SortOptions): Decide {
  return (target) => {
    if (target.outcome?.kind === 'failed') return 'visit';
    if (!isOpen(target)) return 'carry';
    const reason = `run ${from} did not come to it, and only what failed was asked for: netwalker discover --resume latest visits it`;
    return skippedAs(afresh(target, runId, now), { kind: 'skipped', skip: 'not-asked-for', reason }, now);
  };
}

function staleOf(_targets: readonly Target[], { runId, devices, seenSince }: SortOptions): Decide {
  const byId = new Map(devices.map((device) => [device.deviceId, device]));
  const byAddress = new Map(
    devices.flatMap((device) => device.addresses.map((address) => [address, device] as const)),
  );
  const isFresh = (device: Device | undefined): device is Device =>
    device !== undefined && device.lastSeenAt >= seenSince;
  return (target) => {
    const { outcome, address, finishedAt = 0 } = target;
    if (outcome?.kind === 'visited') return isFresh(byId.get(outcome.deviceId)) ? 'carry' : 'visit';
    if (outcome?.kind !== 'failed' && !isOpen(target)) return 'carry';
    const device = byAddress.get(address);
    if (!isFresh(device)) return 'visit';
    const failedSince = outcome?.kind === 'failed' && finishedAt > device.lastSeenAt;
    return failedSince ? 'carry' : visitedSince(target, runId, device);
  };
}

const isReached = ({ outcome }: Target): boolean => outcome?.kind === 'visited' || outcome?.kind === 'alias';

/** What its run did not come to an end with. */
const isOpen = ({ status, outcome }: Target): boolean =>
  outcome === undefined ||
  status === 'pending' ||
  status === 'active' ||
  status === 'abandoned' ||
  (outcome?.kind === 'skipped' && outcome.skip === 'not-asked-for');

const isUnknownName = ({ outcome, seed }: Target): boolean =>
  seed && outcome?.kind === 'failed' && outcome.class === 'dns-failed';
