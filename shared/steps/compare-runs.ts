import type { Topology } from '../model/link.ts';
import type { MapChange, RunMap } from '../model/run-map.ts';
import type { Drift, Run } from '../model/run.ts';
import type { TargetEnd } from '../model/target.ts';
import type { Store } from '../ports/store.ts';
import { deriveTopology } from '../topology/derive-topology.ts';
import { runMapOf } from '../topology/run-map.ts';
import type { Observed } from './load-topology.ts';

/** How far back the run before is looked for. */
const RECENT_RUNS = 200;

/**
 * What a run saw: devices that it visited or carried over, and what these told last. What else is known from before stays out of it. `whole` is the
 * map of all that is known: where the run saw all of it, it is the run's as well.
 */
export function mapOfRun(
  runId: string,
  observed: Observed,
  targets: readonly TargetEnd[],
  whole: Topology,
): RunMap {
  const { devices, neighbors } = observed;
  const carried = new Set(
    targets.flatMap(({ outcome, carriedFrom }) =>
      carriedFrom !== undefined && outcome?.kind === 'visited' ? [outcome.deviceId] : [],
    ),
  );
  const seen = {
    devices: devices.filter(({ deviceId, lastRunId }) => lastRunId === runId || carried.has(deviceId)),
    neighbors: neighbors.filter((entry) => entry.runId === runId || carried.has(entry.deviceId)),
  };
  const sawAll = seen.devices.length === devices.length && seen.neighbors.length === neighbors.length;
  return runMapOf({ topology: sawAll ? whole : deriveTopology(seen), known: devices, targets });
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
