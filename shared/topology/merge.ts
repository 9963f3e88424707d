import type { Device } from '../model/device.ts';
import type { StoredNeighbor } from '../model/neighbor.ts';
import { compareText } from './compare-text.ts';

/** What was seen of a network: the input of a derivation. */
export interface Observations {
  readonly devices: readonly Device[];
  readonly neighbors: readonly StoredNeighbor[];
}

/**
 * The union of observations, in one order: of a device that was seen twice the later record, of an entry that was told
 * twice one. Commutative, associative and idempotent, so that it does not matter how observations arrive.
 */
export function mergeObservations(...parts: readonly Observations[]): Observations {
  const devices = new Map<string, Device>();
  const neighbors = new Map<string, StoredNeighbor>();
  for (const part of parts) {
    for (const device of part.devices) keepLater(devices, device.deviceId, device, deviceAge);
    for (const entry of part.neighbors) keepLater(neighbors, entryKey(entry), entry, entryAge);
  }
  return { devices: inOrder(devices), neighbors: inOrder(neighbors) };
}

function keepLater<T>(
  kept: Map<string, T>,
  key: string,
  value: T,
  age: (value: T) => [number, string],
): void {
  const known = kept.get(key);
  if (known === undefined) {
    kept.set(key, value);
    return;
  }
  const [time, tie] = age(value);
  const [knownTime, knownTie] = age(known);
  if (time > knownTime || (time === knownTime && tie > knownTie)) kept.set(key, value);
}

const deviceAge = (device: Device): [number, string] => [device.lastSeenAt, JSON.stringify(device)];
const entryAge = (entry: StoredNeighbor): [number, string] => [
  entry.seenAt,
  `${entry.runId}\n${entry.remoteDescription ?? ''}`,
];

/** What an entry says, without when, and without how the neighbor describes itself, of which no map is made. */
function entryKey(entry: StoredNeighbor): string {
  return JSON.stringify([
    entry.deviceId,
    entry.localPort,
    entry.protocol,
    entry.remoteName,
    entry.remotePort,
    entry.chassisId,
    [...entry.managementAddresses].sort(compareText),
    entry.platform,
    [...entry.capabilities].sort(compareText),
    entry.remotePortDescription ?? null,
  ]);
}

function inOrder<T>(kept: Map<string, T>): T[] {
  return [...kept].sort(([a], [b]) => compareText(a, b)).map(([, value]) => value);
}
