import type { Device } from '../../model/device.ts';
import type { Target } from '../../model/target.ts';

/** A target as another run ended it. `from`: the run that it is taken from, where it was not carried over itself. */
export function carriedOver(target: Target, runId: string, from: string): Target {
  const { leaseUntil: _lease, owner: _owner, notBefore: _later, ...rest } = target;
  return { ...rest, runId, carriedFrom: target.carriedFrom ?? from };
}

/** The same target with everything still before it. */
export function afresh(target: Target, runId: string, now: number): Target {
  const { targetId, address, port, depth, seed, toldBy, nameHint, platformHint, alternates } = target;
  return {
    ...{ runId, targetId, address, port, depth, seed, toldBy },
    ...(nameHint === undefined ? {} : { nameHint }),
    ...(platformHint === undefined ? {} : { platformHint }),
    ...(alternates === undefined ? {} : { alternates }),
    status: 'pending',
    attempts: 0,
    enqueuedAt: now,
  };
}

/** A target that its run has not come to, of a device that a later run has visited. */
export function visitedSince(target: Target, runId: string, device: Device): Target {
  return {
    ...afresh(target, runId, target.enqueuedAt),
    status: 'done',
    finishedAt: device.lastSeenAt,
    outcome: { kind: 'visited', deviceId: device.deviceId },
    carriedFrom: device.lastRunId,
  };
}

/** A target that is recorded and not visited. */
export function skippedAs(
  target: Target,
  skipped: Extract<Target['outcome'], { kind: 'skipped' }>,
  now: number,
): Target {
  return { ...target, status: 'skipped', finishedAt: now, outcome: skipped };
}
