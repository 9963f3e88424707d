import type { NeighborEntry } from '../model/neighbor.ts';
import type { SkipReason } from '../model/outcome.ts';
import type { Run, RunSettings } from '../model/run.ts';
import type { Target, ToldBy } from '../model/target.ts';
import { detectFromTold } from '../platform/detect.ts';
import { canonicalAddress, isDialable, targetIdOf } from '../topology/address.ts';
import { shortName } from '../topology/device-name.ts';
import { checkFilters, type FilteredNeighbor } from '../topology/filters.ts';
import { makeScope, type Scope } from '../topology/scope.ts';

/**
 * The targets that a device's neighbors make: pending where they may be visited, else skipped with the reason. Entries of
 * one neighbor (CDP and LLDP, parallel cables) make one target; its other addresses are kept as alternates.
 */
export function targetsFromNeighbors(
  run: Pick<Run, 'runId' | 'settings'>,
  from: { readonly deviceId: string; readonly deviceName: string; readonly depth: number },
  neighbors: readonly NeighborEntry[],
  now: number,
): readonly Target[] {
  const scope = makeScope(run.settings);
  const targets = new Map<string, Target>();
  const reachable = new Set(neighbors.filter((entry) => dialable(entry).length > 0).map(nameKey));
  for (const entry of neighbors) {
    // LLDP may leave out the address that CDP tells of the same neighbor.
    if (dialable(entry).length === 0 && entry.remoteName !== null && reachable.has(nameKey(entry))) continue;
    const target = targetOf(run, scope, from, entry, now);
    if (target && !targets.has(target.targetId)) targets.set(target.targetId, target);
  }
  return [...targets.values()];
}

function targetOf(
  run: Pick<Run, 'runId' | 'settings'>,
  scope: ReturnType<typeof makeScope>,
  from: { readonly deviceId: string; readonly deviceName: string; readonly depth: number },
  entry: NeighborEntry,
  now: number,
): Target | null {
  const { runId, settings } = run;
  const toldBy: ToldBy = {
    deviceId: from.deviceId,
    deviceName: from.deviceName,
    protocol: entry.protocol,
    localPort: entry.localPort,
  };
  const told = [entry.platform, entry.remoteDescription].filter((text) => text != null).join('\n');
  const hint = detectFromTold(told)?.id;
  const base = {
    runId,
    port: settings.port,
    depth: from.depth + 1,
    seed: false,
    toldBy,
    attempts: 0,
    enqueuedAt: now,
    ...(entry.remoteName === null ? {} : { nameHint: entry.remoteName }),
    ...(hint === undefined ? {} : { platformHint: hint }),
  } as const;
  const addresses = dialable(entry);
  const inScope = addresses.filter((address) => scope.check(address).allowed);
  const [address] = inScope.length > 0 ? inScope : addresses;
  const skipped = (targetId: string, shown: string, skip: SkipReason, reason: string): Target => ({
    ...base,
    targetId,
    address: shown,
    status: 'skipped',
    finishedAt: now,
    outcome: { kind: 'skipped', skip, reason },
  });
  if (address === undefined) {
    const name = entry.remoteName ?? entry.chassisId;
    if (name === null) return null;
    const reason = `${from.deviceName} tells no address of ${name}: give one with --seed if it should be visited`;
    return skipped(`name:${shortName(name)}`, name, 'no-address', reason);
  }
  const targetId = targetIdOf(address, settings.port, settings.port);
  const refused = refusalOf(settings, scope, {
    address,
    depth: base.depth,
    name: entry.remoteName,
    platform: hint ?? entry.platform,
    description: entry.remoteDescription ?? null,
  });
  if (refused) return skipped(targetId, address, refused.skip, refused.reason);
  return { ...base, targetId, address, status: 'pending', alternates: inScope.slice(1) };
}

/** Why a run does not follow a neighbor: by its scope, its filters or its depth; null where it does. */
export function refusalOf(
  settings: Pick<RunSettings, 'filters' | 'maxDepth'>,
  scope: Pick<Scope, 'check'>,
  neighbor: FilteredNeighbor & { readonly address: string; readonly depth: number },
): { readonly skip: SkipReason; readonly reason: string } | null {
  const verdict = scope.check(neighbor.address);
  if (!verdict.allowed) return { skip: 'out-of-scope', reason: verdict.reason };
  const filtered = checkFilters(settings.filters, neighbor);
  if (filtered) return filtered;
  if (settings.maxDepth === null || neighbor.depth <= settings.maxDepth) return null;
  const reason = `${neighbor.depth} hops from the seeds, and --max-depth is ${settings.maxDepth}`;
  return { skip: 'max-depth', reason };
}

const nameKey = (entry: NeighborEntry): string => shortName(entry.remoteName ?? '').toLowerCase();

function dialable(entry: NeighborEntry): readonly string[] {
  const known = entry.managementAddresses.map(canonicalAddress);
  return [...new Set(known.filter((address) => address !== null && isDialable(address)))] as string[];
}

/** The next address of a target that could not be reached under this one. */
export function alternateOf(target: Target, defaultPort: number, now: number): Target | null {
  const [address, ...rest] = target.alternates ?? [];
  if (address === undefined) return null;
  const { runId, port, depth, seed, toldBy, nameHint, platformHint, deviceId } = target;
  return {
    runId,
    targetId: targetIdOf(address, port, defaultPort),
    address,
    port,
    depth,
    seed,
    toldBy,
    ...(nameHint === undefined ? {} : { nameHint }),
    ...(platformHint === undefined ? {} : { platformHint }),
    ...(deviceId === undefined ? {} : { deviceId }),
    alternates: rest,
    status: 'pending',
    attempts: 0,
    enqueuedAt: now,
  };
}
