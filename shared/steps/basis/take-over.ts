import type { Device } from '../../model/device.ts';
import type { Run, RunSettings } from '../../model/run.ts';
import type { Target } from '../../model/target.ts';
import type { CarriedTarget, Store } from '../../ports/store.ts';
import { checkFilters } from '../../topology/filters.ts';
import { canonicalAddress, parseSeed } from '../../topology/address.ts';
import { makeScope } from '../../topology/scope.ts';
import { inParallel } from '../in-parallel.ts';
import { afresh, carriedOver, skippedAs } from './carry-over.ts';
import { followAgain, followTheSame } from './follow-again.ts';
import { knownTargets } from './known-targets.ts';
import { sortTargets, type SortedTargets } from './sort-targets.ts';

export interface TakenOver extends SortedTargets {
  /** Seeds that the basis does not know, or whose name had no address then. */
  readonly seeds: readonly string[];
  /** Names of the carried devices, by id. */
  readonly names: ReadonlyMap<string, string>;
}

export interface GoingOn {
  readonly runId: string;
  readonly settings: RunSettings;
  readonly basis: Run;
  readonly now: number;
}

/** What a run visits and what it carries over, from the run that it goes on from. The store is only read. */
export async function takeOver(
  store: Pick<Store, 'listTargets' | 'listDevices' | 'listNeighbors'>,
  { runId, settings, basis, now }: GoingOn,
): Promise<TakenOver> {
  const { network } = basis;
  const { visit = 'unvisited', staleSeconds = 0 } = settings.basis ?? {};
  const [targets, devices] = await Promise.all([store.listTargets(basis.runId), store.listDevices(network)]);
  const seenSince = now - staleSeconds * 1000;
  let sorted = sortTargets(targets, { runId, from: basis.runId, visit, seenSince, devices, now });
  if (!followTheSame(basis.settings, settings)) {
    sorted = await followAgain(store, { runId, network, settings }, sorted, devices, now);
  }
  if (visit === 'stale')
    sorted = await withOthers(store, { runId, settings, seenSince, now }, sorted, devices);
  if (visit === 'failed') sorted = onlyOf(targets, sorted, now);
  const seeds = settings.seeds.filter(
    (seed) => !isKnownSeed(seed, settings, [...sorted.carried, ...sorted.toVisit]),
  );
  return { ...sorted, seeds, names: new Map(devices.map(({ deviceId, name }) => [deviceId, name])) };
}

/** Devices of the network that the basis has not visited: other runs did. */
async function withOthers(
  store: Pick<Store, 'listTargets'>,
  { runId, settings, seenSince, now }: Pick<GoingOn, 'runId' | 'settings' | 'now'> & { seenSince: number },
  { carried, toVisit }: SortedTargets,
  devices: readonly Device[],
): Promise<SortedTargets> {
  const isOf = new Set(
    carried.flatMap(({ outcome }) => (outcome?.kind === 'visited' ? [outcome.deviceId] : [])),
  );
  const taken = new Set([...carried, ...toVisit].map(({ address }) => address));
  const others = devices.filter(
    ({ deviceId, addresses }) => !isOf.has(deviceId) && !addresses.some((address) => taken.has(address)),
  );
  const scope = makeScope(settings);
  const known = (await knownTargets(store, others, settings)).filter(
    ({ device, target }) =>
      scope.check(target.address).allowed &&
      checkFilters(settings.filters, { name: device.name, platform: device.platform }) === null,
  );
  const fresh = known.filter(({ device }) => device.lastSeenAt >= seenSince);
  const stale = known.filter(({ device }) => device.lastSeenAt < seenSince);
  return {
    carried: [...carried, ...fresh.map(({ target }) => carriedOver(target, runId, target.runId))],
    toVisit: [...toVisit, ...stale.map(({ target }) => afresh(target, runId, now))],
  };
}

/** Only what had failed, also where wider settings would now let more in. */
function onlyOf(targets: readonly Target[], { carried, toVisit }: SortedTargets, now: number): SortedTargets {
  const failed = new Set(
    targets.filter(({ outcome }) => outcome?.kind === 'failed').map(({ targetId }) => targetId),
  );
  const wasKept = ({ targetId }: Target): boolean => failed.has(targetId);
  const reason = 'only what failed was asked for: netwalker discover --resume latest visits it';
  const others = toVisit
    .filter((target) => !wasKept(target))
    .map((target) => skippedAs(target, { kind: 'skipped', skip: 'not-asked-for', reason }, now));
  return { carried: [...carried, ...others], toVisit: toVisit.filter(wasKept) };
}

function isKnownSeed(seed: string, settings: RunSettings, targets: readonly Target[]): boolean {
  const { host, port, isAddress } = parseSeed(seed);
  const at = port ?? settings.port;
  return targets.some((target) =>
    isAddress
      ? target.address === canonicalAddress(host) && target.port === at
      : target.seed && target.nameHint === host && target.port === at,
  );
}

/** Of 10 batches of the table each, and so many at once: 10,000 targets are carried over in seconds. */
const PART = 125;
const PARALLEL = 8;

/** Writes what a run carries over, and claims the visits in it, so that another address of such a device is an alias. Safe to repeat. */
export async function recordCarried(
  store: Pick<Store, 'carryOver'>,
  { carried, names }: TakenOver,
): Promise<void> {
  const all = carried.map((target) => ({ target, visited: visitedBy(target, names) }));
  const parts = Array.from({ length: Math.ceil(all.length / PART) }, (_, part) =>
    all.slice(part * PART, (part + 1) * PART),
  );
  await inParallel(parts, PARALLEL, async (part) => store.carryOver(part));
}

function visitedBy({ outcome }: Target, names: TakenOver['names']): CarriedTarget['visited'] {
  if (outcome?.kind !== 'visited') return null;
  const { deviceId } = outcome;
  return { deviceId, name: names.get(deviceId) ?? deviceId };
}
