import type {
  DeviceChange,
  LinkChange,
  MapChange,
  MappedDevice,
  MappedLink,
  RunMap,
} from '../model/run-map.ts';
import { diffMaps } from './diff-maps.ts';
import { pairDevices } from './pair-devices.ts';

/** One run's map in a history, the oldest first. */
export interface HistoryMap {
  readonly runId: string;
  readonly map: RunMap;
}

/** What one run saw of a device. */
export interface HistoryEntry {
  readonly runId: string;
  /** Null where nobody told of it. */
  readonly device: MappedDevice | null;
  readonly links: readonly MappedLink[];
  /** The run that it is compared with: the last that visited it, where this one did too; else the one before. Null for the first. */
  readonly since: string | null;
  /** Changes of the device itself, and of its links. */
  readonly changes: readonly (DeviceChange | LinkChange)[];
}

/**
 * What each of some runs saw of a device, and what had changed. `find` picks the device in the newest map that has it; from there it is followed
 * through the others, whatever it was called then. A visit is compared with the last visit, so that a failure in between hides no change.
 */
export function deviceHistory(
  maps: readonly HistoryMap[],
  find: (devices: readonly MappedDevice[]) => MappedDevice | null,
): readonly HistoryEntry[] {
  const ids = idsThrough(maps, find);
  const entries: HistoryEntry[] = [];
  const seen: { readonly at: number; readonly isVisit: boolean }[] = [];
  for (const [at, { runId, map }] of maps.entries()) {
    const id = ids[at] ?? null;
    const device = map.devices.find((each) => each.id === id) ?? null;
    const isVisit = device?.status === 'visited';
    const base = seen.findLast((each) => !isVisit || each.isVisit) ?? seen.at(-1);
    const since = base === undefined ? null : (maps[base.at] ?? null);
    const own = [...(base === undefined ? [] : [ids[base.at]]), id].filter((each) => each != null);
    entries.push({
      ...{ runId, device, links: linksOf(map, id), since: since?.runId ?? null },
      changes: since ? diffMaps(since.map, map).filter((change) => isOf(change, new Set(own))) : [],
    });
    if (device || seen.length > 0) seen.push({ at, isVisit });
  }
  return entries;
}

/** The id that the device has in each map; null where a map does not have it. */
function idsThrough(
  maps: readonly HistoryMap[],
  find: (devices: readonly MappedDevice[]) => MappedDevice | null,
): readonly (string | null)[] {
  const ids: (string | null)[] = maps.map(() => null);
  const start = maps.findLastIndex(({ map }) => find(map.devices) !== null);
  if (start < 0) return ids;
  const origin = maps[start]!.map;
  const id = find(origin.devices)!.id;
  ids[start] = id;
  let [known, knownId] = [origin, id];
  for (let at = start - 1; at >= 0; at -= 1) {
    const { map } = maps[at]!;
    const [before] = [...pairDevices(map, known)].find(([, now]) => now === knownId) ?? [];
    if (before === undefined) continue;
    ids[at] = before;
    [known, knownId] = [map, before];
  }
  return ids;
}

const linksOf = ({ links }: RunMap, id: string | null): readonly MappedLink[] =>
  links.filter(({ a, b }) => a.id === id || b.id === id);

function isOf(change: MapChange, ids: ReadonlySet<string>): boolean {
  const sides = [change.before, change.after].filter((side) => side !== null);
  return sides.some((side) => ('a' in side ? [side.a.id, side.b.id] : [side.id]).some((id) => ids.has(id)));
}
