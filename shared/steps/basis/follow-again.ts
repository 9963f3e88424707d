import type { Device } from '../../model/device.ts';
import type { Run, RunSettings } from '../../model/run.ts';
import type { Target } from '../../model/target.ts';
import type { Store } from '../../ports/store.ts';
import { makeScope } from '../../topology/scope.ts';
import { refusalOf, targetsFromNeighbors } from '../follow-neighbors.ts';
import { inParallel } from '../in-parallel.ts';
import { skippedAs } from './carry-over.ts';
import type { SortedTargets } from './sort-targets.ts';

/** Reads of neighbors in flight at once: each is one small query. */
const PARALLEL = 16;

/** Whether two runs follow the same neighbors: else what one skipped, the other may visit. */
export function followTheSame(one: RunSettings, other: RunSettings): boolean {
  return deciding(one) === deciding(other);
}

const deciding = ({ scope, exclude, filters, maxDepth, port }: RunSettings): string =>
  JSON.stringify([
    ...[scope, exclude, filters.includeNames, filters.excludeNames, filters.excludePlatforms].map((list) =>
      [...list].sort(),
    ),
    maxDepth,
    port,
  ]);

/**
 * The same targets under other settings: what may not be visited any more is skipped, and what was skipped is decided anew by what the
 * carried devices told last.
 */
export async function followAgain(
  store: Pick<Store, 'listNeighbors'>,
  run: Pick<Run, 'runId' | 'network' | 'settings'>,
  { carried, toVisit }: SortedTargets,
  devices: readonly Device[],
  now: number,
): Promise<SortedTargets> {
  const rechecked = toVisit.map((target) => recheck(run.settings, target, now));
  const kept = carried.filter(
    ({ outcome }) => outcome?.kind !== 'skipped' || outcome.skip === 'not-asked-for',
  );
  const known = new Set([...kept, ...rechecked].map(({ targetId }) => targetId));
  const told = await toldTargets(store, run, kept, devices, now);
  const more = told.filter(({ targetId }) => {
    const isNew = !known.has(targetId);
    known.add(targetId);
    return isNew;
  });
  const all = [...rechecked, ...more];
  const isPending = ({ status }: Target): boolean => status === 'pending';
  return {
    carried: [...kept, ...all.filter((target) => !isPending(target))],
    toVisit: all.filter(isPending),
  };
}

function recheck(settings: RunSettings, target: Target, now: number): Target {
  const scope = makeScope(settings);
  const { address, depth, nameHint, platformHint, seed } = target;
  const verdict = scope.check(address);
  const refused = seed
    ? verdict.allowed
      ? null
      : ({ skip: 'out-of-scope', reason: verdict.reason } as const)
    : refusalOf(settings, scope, { address, depth, name: nameHint, platform: platformHint });
  return refused ? skippedAs(target, { kind: 'skipped', ...refused }, now) : target;
}

/** The nearest tell first, as they did in the run itself. */
async function toldTargets(
  store: Pick<Store, 'listNeighbors'>,
  run: Pick<Run, 'runId' | 'network' | 'settings'>,
  carried: readonly Target[],
  devices: readonly Device[],
  now: number,
): Promise<readonly Target[]> {
  const byId = new Map(devices.map((device) => [device.deviceId, device]));
  const visits = carried.flatMap((target) => {
    const device = target.outcome?.kind === 'visited' ? byId.get(target.outcome.deviceId) : undefined;
    return device ? [{ device, target }] : [];
  });
  visits.sort(
    (one, other) =>
      one.target.depth - other.target.depth ||
      (one.target.finishedAt ?? 0) - (other.target.finishedAt ?? 0) ||
      (one.target.targetId < other.target.targetId ? -1 : 1),
  );
  const told = new Map<string, readonly Target[]>();
  await inParallel(visits, PARALLEL, async ({ device, target }) => {
    const { deviceId, name: deviceName } = device;
    const neighbors = await store.listNeighbors(run.network, deviceId);
    const from = { deviceId, deviceName, depth: target.depth };
    told.set(target.targetId, targetsFromNeighbors(run, from, neighbors, now));
  });
  return visits.flatMap(({ target }) => told.get(target.targetId) ?? []);
}
