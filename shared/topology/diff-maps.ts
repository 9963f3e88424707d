import type { MapChange, MappedDevice, MappedLink, RunMap } from '../model/run-map.ts';
import { compareText } from './compare-text.ts';
import { linkText } from './run-map.ts';

const FIELDS = ['platform', 'model', 'osVersion', 'serials', 'visited'] as const;

/**
 * What is different in `after`. A device or link that is not there any more was `removed` only if everybody who had told of it was
 * visited again and tells of it no more; else it is `unverified`: a device that failed takes nothing off the map.
 */
export function diffMaps(before: RunMap, after: RunMap): readonly MapChange[] {
  return [...deviceChanges(before, after), ...linkChanges(before, after)];
}

function deviceChanges(before: RunMap, after: RunMap): MapChange[] {
  const old = new Map(before.devices.map((device) => [device.name, device]));
  const now = new Map(after.devices.map((device) => [device.name, device]));
  const changes: MapChange[] = [];
  for (const device of names(old, now)) {
    const was = old.get(device) ?? null;
    const is = now.get(device) ?? null;
    if (was && is) {
      const fields = FIELDS.filter((field) => differs(was, is, field));
      if (fields.length > 0) {
        changes.push({ what: 'device', change: 'changed', device, fields, before: was, after: is });
      }
    } else if (is) changes.push({ what: 'device', change: 'added', device, before: null, after: is });
    else {
      const gone = tellersOf(device, before).every((teller) => now.get(teller)?.visited);
      const change = gone ? 'removed' : 'unverified';
      changes.push({ what: 'device', change, device, before: was, after: null });
    }
  }
  return changes;
}

/** Devices that were visited and stood at the other end of its links: who would tell of it again. */
function tellersOf(device: string, { devices, links }: RunMap): readonly string[] {
  const visited = new Set(devices.filter((each) => each.visited).map(({ name }) => name));
  const others = links.flatMap(({ a, b }) =>
    a.device === device ? [b.device] : b.device === device ? [a.device] : [],
  );
  return others.filter((other) => other !== device && visited.has(other));
}

function linkChanges(before: RunMap, after: RunMap): MapChange[] {
  const old = new Map(before.links.map((link) => [linkText(link), link]));
  const now = new Map(after.links.map((link) => [linkText(link), link]));
  const wasVisited = visitedIn(before);
  const isVisited = visitedIn(after);
  return names(old, now).flatMap((link): MapChange[] => {
    const was = old.get(link) ?? null;
    const is = now.get(link) ?? null;
    if (was && is) {
      if (was.status === is.status) return [];
      return [{ what: 'link', change: 'changed', link, before: was, after: is }];
    }
    if (is) return [{ what: 'link', change: 'added', link, before: null, after: is }];
    const change = was && isGone(was, wasVisited, isVisited) ? 'removed' : 'unverified';
    return [{ what: 'link', change, link, before: was, after: null }];
  });
}

const visitedIn = ({ devices }: RunMap): ReadonlySet<string> =>
  new Set(devices.filter(({ visited }) => visited).map(({ name }) => name));

/** Both ends that could have told of it were asked again. */
function isGone({ a, b }: MappedLink, was: ReadonlySet<string>, is: ReadonlySet<string>): boolean {
  return [a.device, b.device].filter((device) => was.has(device)).every((device) => is.has(device));
}

const names = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].sort(compareText);

function differs(one: MappedDevice, other: MappedDevice, field: (typeof FIELDS)[number]): boolean {
  return JSON.stringify(one[field]) !== JSON.stringify(other[field]);
}

/** A map with changes applied: what a run would have had to see. */
export function applyChanges(map: RunMap, changes: readonly MapChange[]): RunMap {
  const devices = new Map(map.devices.map((device) => [device.name, device]));
  const links = new Map(map.links.map((link) => [linkText(link), link]));
  for (const change of changes) {
    if (change.what === 'device') {
      if (change.after) devices.set(change.device, change.after);
      else devices.delete(change.device);
    } else if (change.after) links.set(change.link, change.after);
    else links.delete(change.link);
  }
  return {
    devices: [...devices.values()].sort((one, other) => compareText(one.name, other.name)),
    links: [...links.values()].sort((one, other) => compareText(linkText(one), linkText(other))),
  };
}
