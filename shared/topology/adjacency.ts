import type { NetworkView } from '../model/network-view.ts';
import { compareText } from './compare-text.ts';

/** The part of a view that says who stands beside whom. */
export type NetworkGraph = Pick<NetworkView, 'devices' | 'links'>;

/** Who has a link to whom, each in the order of ids: parallel links count once, a loop and an end that is no device not at all. */
export type Adjacency = ReadonlyMap<string, readonly string[]>;

export function adjacencyOf({ devices, links }: NetworkGraph): Adjacency {
  const sets = new Map<string, Set<string>>();
  for (const nodeId of devices.map((device) => device.nodeId).sort(compareText)) sets.set(nodeId, new Set());
  for (const { a, b } of links) {
    if (a.nodeId === b.nodeId) continue;
    const [ofA, ofB] = [sets.get(a.nodeId), sets.get(b.nodeId)];
    if (!ofA || !ofB) continue;
    ofA.add(b.nodeId);
    ofB.add(a.nodeId);
  }
  return new Map([...sets].map(([nodeId, set]) => [nodeId, [...set].sort(compareText)]));
}

/** Steps from the nearest of `starts` to every device that can be reached from them. */
export function distancesFrom(adjacency: Adjacency, starts: readonly string[]): ReadonlyMap<string, number> {
  const distances = new Map(starts.map((start) => [start, 0]));
  // A map iterates over what is added meanwhile, in that order: it is its own queue.
  for (const [nodeId, distance] of distances) {
    for (const next of adjacency.get(nodeId) ?? []) {
      if (!distances.has(next)) distances.set(next, distance + 1);
    }
  }
  return distances;
}

/** The parts of a network that no link connects, the largest first. */
export function connectedParts(adjacency: Adjacency): readonly (readonly string[])[] {
  const seen = new Set<string>();
  const parts: (readonly string[])[] = [];
  for (const start of adjacency.keys()) {
    if (seen.has(start)) continue;
    const part = [...distancesFrom(adjacency, [start]).keys()];
    for (const nodeId of part) seen.add(nodeId);
    parts.push(part);
  }
  return parts.sort((one, other) => other.length - one.length);
}
