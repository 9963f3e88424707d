import type { Device } from '../model/device.ts';
import type { Topology } from '../model/link.ts';
import type { MapChange, RunMap } from '../model/run-map.ts';
import type { Drift, Run } from '../model/run.ts';
import type { Target } from '../model/target.ts';
import type { Store } from '../ports/store.ts';
import { shortName } from '../topology/device-name.ts';
import { deriveTopology } from '../topology/derive-topology.ts';
import { runMapOf } from '../topology/run-map.ts';
import type { Observed } from './load-topology.ts';

/** How far back the run before is looked for. */
const RECENT_RUNS = 200;

/**
 * What a run saw: devices that it visited or carried over, and what these told last. A device that is known from before only has its names
 * from there: where somebody told of it, it is the same one that the run before saw, spelled the same, and not visited.
 */
export function mapOfRun(
  runId: string,
  { devices, neighbors }: Observed,
  targets: readonly Target[] = [],
): RunMap {
  const carried = new Set(
    targets.flatMap(({ outcome, carriedFrom }) =>
      carriedFrom !== undefined && outcome?.kind === 'visited' ? [outcome.deviceId] : [],
    ),
  );
  const seen = devices.filter(({ deviceId, lastRunId }) => lastRunId === runId || carried.has(deviceId));
  const seenIds = new Set(seen.map(({ deviceId }) => deviceId));
  const known = othersThan(seen, devices);
  const map = deriveTopology({
    devices: [...seen, ...known],
    neighbors: neighbors.filter((entry) => seenIds.has(entry.deviceId)),
  });
  return runMapOf(withoutUntold(map, new Set(known.map(({ deviceId }) => deviceId))));
}

/** Known devices that were not seen, and that cannot be one of those that were: a device that was replaced has its name from both. */
function othersThan(seen: readonly Device[], all: readonly Device[]): readonly Device[] {
  const taken = new Set(seen.flatMap(marksOf));
  return all.filter((device) => !marksOf(device).some((mark) => taken.has(mark)));
}

const marksOf = ({ deviceId, name, addresses, serials, chassisIds }: Device): readonly string[] => [
  deviceId,
  shortName(name),
  ...[...addresses, ...serials, ...chassisIds].map((text) => text.toLowerCase()),
];

function withoutUntold({ devices, links }: Topology, known: ReadonlySet<string>): Topology {
  const told = new Set(links.flatMap(({ a, b }) => [a.nodeId, b.nodeId]));
  return {
    devices: devices
      .filter(({ nodeId }) => !known.has(nodeId) || told.has(nodeId))
      .map((node) => (known.has(node.nodeId) ? { ...node, visited: false } : node)),
    links,
  };
}

/** The newest completed run of a network before this one, with its map; null where there is none. */
export async function previousMap(
  store: Store,
  { runId, network, startedAt }: Pick<Run, 'runId' | 'network' | 'startedAt'>,
): Promise<{ readonly runId: string; readonly map: RunMap } | null> {
  for (const run of await store.listRuns(RECENT_RUNS)) {
    const isBefore = run.network === network && run.runId !== runId && run.startedAt <= startedAt;
    if (!isBefore || (run.status !== 'succeeded' && run.status !== 'truncated')) continue;
    const map = await store.getRunMap(run.runId);
    if (map) return { runId: run.runId, map };
  }
  return null;
}

export function driftOf(previousRunId: string, changes: readonly MapChange[]): Drift {
  const count = (kind: MapChange['change']): number => changes.filter(({ change }) => change === kind).length;
  return {
    previousRunId,
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    unverified: count('unverified'),
  };
}

/** A change as a line: `link removed: acc-1 Gi1/0/1 - dist-1 Te1/1/1`. */
export function changeText(change: MapChange): string {
  const about = change.what === 'device' ? change.device : change.link;
  if (change.what === 'link') {
    const status =
      change.change === 'changed' ? ` (${change.before?.status} -> ${change.after?.status})` : '';
    return `link ${change.change}: ${about}${status}`;
  }
  if (change.change !== 'changed') return `device ${change.change}: ${about}`;
  const { fields, before, after } = change;
  const details = fields.map((field) => {
    const [was, is] = [before, after].map((device) => device[field as keyof typeof device]);
    return `${field} ${String(was ?? 'unknown')} -> ${String(is ?? 'unknown')}`;
  });
  return `device changed: ${about} (${details.join(', ')})`;
}
