import type { MappedDevice, RunMap } from '../model/run-map.ts';
import { canonicalName, isDefaultName, shortName } from './device-name.ts';
import { Multimap } from './multimap.ts';

/** What makes two devices of two maps one, the surest first. */
const KEYS: readonly ((device: MappedDevice) => readonly string[])[] = [
  ({ id }) => [id],
  ({ serials }) => serials,
  ({ name }) => (isDefaultName(name) ? [] : [canonicalName(name)]),
  ({ name }) => (isDefaultName(name) ? [] : [shortName(name)]),
  ({ addresses }) => addresses,
];

/**
 * Which device of a later map is which of an earlier one, by id: a device that was visited once and only told of the other time, that was
 * renamed, or replaced under its name, is one device. A key pairs only where exactly one device on each side has it, so that the
 * pairs are the same whichever map comes first.
 */
export function pairDevices(before: RunMap, after: RunMap): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  let ours = before.devices;
  let theirs = after.devices;
  for (const keysOf of KEYS) {
    const taken = new Set<string>();
    for (const [one, other] of onlyPairs(ours, theirs, keysOf)) {
      pairs.set(one.id, other.id);
      taken.add(other.id);
    }
    ours = ours.filter(({ id }) => !pairs.has(id));
    theirs = theirs.filter(({ id }) => !taken.has(id));
  }
  return pairs;
}

/** Two things that share a key, where neither shares one with a third. */
export function onlyPairs<T>(
  ours: readonly T[],
  theirs: readonly T[],
  keysOf: (each: T) => readonly string[],
): readonly (readonly [T, T])[] {
  const byKey = (all: readonly T[]): Multimap<string, T> => {
    const index = new Multimap<string, T>();
    for (const each of all) for (const key of keysOf(each)) index.add(key, each);
    return index;
  };
  const [oursBy, theirsBy] = [byKey(ours), byKey(theirs)];
  const partners = (each: T, index: Multimap<string, T>): ReadonlySet<T> =>
    new Set(keysOf(each).flatMap((key) => [...index.get(key)]));
  return ours.flatMap((each) => {
    const [other, ...more] = partners(each, theirsBy);
    if (other === undefined || more.length > 0) return [];
    return partners(other, oursBy).size === 1 ? [[each, other] as const] : [];
  });
}
