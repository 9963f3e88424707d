import { COMPARED, type MapChange, type RunMap } from '../model/run-map.ts';
import { compareText } from './compare-text.ts';
import { withIds } from './pair-links.ts';
import { linkKey, linkText } from './run-map.ts';

/** A map with changes applied: what a run would have had to see. What did not change keeps what was said of it then. */
export function applyChanges(map: RunMap, changes: readonly MapChange[]): RunMap {
  const devices = new Map(map.devices.map((device) => [device.id, device]));
  const renamed = new Map<string, string>();
  for (const change of changes) {
    if (change.what !== 'device') continue;
    if (change.before) devices.delete(change.before.id);
    if (change.before && change.after) renamed.set(change.before.id, change.after.id);
  }
  for (const change of changes) {
    if (change.what === 'device' && change.after) devices.set(change.after.id, change.after);
  }
  const idOf = (id: string): string => renamed.get(id) ?? id;
  const links = new Map(
    map.links.map((link) => withIds(link, idOf)).map((link) => [linkKey(link), link] as const),
  );
  for (const change of changes) {
    if (change.what === 'link' && change.before) links.delete(linkKey(withIds(change.before, idOf)));
  }
  for (const change of changes) {
    if (change.what === 'link' && change.after) links.set(linkKey(change.after), change.after);
  }
  return {
    devices: [...devices.values()].sort(
      (one, other) => compareText(one.name, other.name) || compareText(one.id, other.id),
    ),
    links: [...links.values()].sort((one, other) => compareText(linkText(one), linkText(other))),
  };
}

/**
 * What is compared of a map, and nothing else: not who said it and when, nor how a port is spelled, nor facts of devices that were not
 * visited. Two maps differ if and only if these do.
 */
export function comparedOf({ devices, links }: RunMap): unknown {
  return {
    devices: devices
      .map((device) => ({
        ...{ id: device.id, status: device.status, name: device.name },
        facts: device.status === 'visited' ? COMPARED.map((field) => device[field]) : null,
      }))
      .sort((one, other) => compareText(one.id, other.id)),
    links: links.map((link) => `${linkKey(link)}\n${link.status}`).sort(compareText),
  };
}
