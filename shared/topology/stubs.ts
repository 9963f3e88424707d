import type { TopologyNode } from '../model/link.ts';
import { compareText } from './compare-text.ts';
import { shortName, stripSerial } from './device-name.ts';
import { sameCable, samePort } from './match-neighbors.ts';
import { Multimap } from './multimap.ts';
import type { Told } from './told.ts';
import { UnionFind } from './union-find.ts';

/**
 * The neighbors that were told of and not visited. Entries with one name, chassis id or address speak of one neighbor; an
 * address does not join two names, since addresses are shared; a default name joins nothing.
 */
export function makeStubs(entries: readonly Told[]): Map<Told, TopologyNode> {
  const sets = new UnionFind<Told>();
  joinBy(sets, entries, nameKeys(entries));
  joinBy(sets, entries, (told) => told.chassis);
  joinByAddress(sets, entries);
  for (const [a, b] of sameCable(entries)) if (samePort(a, b)) sets.join(a, b);
  joinBy(sets, entries, (told) => (isKnown(told) ? [] : [placeOf(told)]));
  const members = new Multimap<Told, Told>();
  for (const told of entries) members.add(sets.find(told), told);
  const stubs = new Map<Told, TopologyNode>();
  for (const [, group] of members.entries()) {
    const node = stubOf([...group]);
    for (const told of group) stubs.set(told, node);
  }
  return stubs;
}

function joinBy(
  sets: UnionFind<Told>,
  entries: readonly Told[],
  keysOf: (told: Told) => readonly string[],
): void {
  const first = new Map<string, Told>();
  for (const told of entries) {
    for (const key of keysOf(told)) {
      const other = first.get(key);
      if (other === undefined) first.set(key, told);
      else sets.join(other, told);
    }
  }
}

/** `sw1` meets `sw1.example.com`, unless another domain has an `sw1` too: then it could be either, and is its own. */
function nameKeys(entries: readonly Told[]): (told: Told) => readonly string[] {
  const domains = new Multimap<string, string>();
  for (const { name, named } of entries) {
    if (named && shortName(name) !== name) domains.add(shortName(name), name);
  }
  return ({ name, named }) => {
    if (!named) return [];
    const short = shortName(name);
    return [domains.get(short).length > 1 ? name : short];
  };
}

function joinByAddress(sets: UnionFind<Told>, entries: readonly Told[]): void {
  const byAddress = new Multimap<string, Told>();
  for (const told of entries) for (const address of told.addresses) byAddress.add(address, told);
  const joins: Told[][] = [];
  for (const [, group] of byAddress.entries()) {
    const named = [...group].filter((told) => told.named);
    const unnamed = [...group].filter((told) => !told.named);
    const oneNeighbor = new Set(named.map((told) => sets.find(told))).size <= 1;
    joins.push(oneNeighbor ? [...group] : unnamed);
  }
  for (const group of joins) sets.joinAll(group);
}

function isKnown({ named, chassis, addresses }: Told): boolean {
  return named || chassis.length > 0 || addresses.length > 0;
}

/** Nothing but the port tells this neighbor from others. */
function placeOf(told: Told): string {
  return `${told.name === '' ? 'unknown' : told.name}@${told.from.deviceId}:${told.localPort ?? '?'}`;
}

function stubOf(group: readonly Told[]): TopologyNode {
  const addresses = sorted(group.flatMap((told) => told.addresses));
  const chassis = sorted(group.flatMap((told) => told.chassis));
  const names = sorted(group.filter((told) => told.named).map((told) => told.name));
  const places = sorted(group.map(placeOf));
  const key = [...names, ...chassis, ...addresses, ...places][0]!;
  return {
    nodeId: `stub:${key}`,
    name: displayName(group) ?? key,
    platform: null,
    vendor: null,
    // CDP's platform is the model ("cisco WS-C3750X-48P"), and so is what LLDP-MED tells.
    model: sorted(group.map((told) => told.entry.platform ?? '').filter((text) => text !== ''))[0] ?? null,
    osVersion: null,
    serials: [],
    addresses,
    visited: false,
  };
}

/** As told: the name with its domain where one entry has it, in the spelling that comes first. */
function displayName(group: readonly Told[]): string | null {
  const told = group.map(({ entry }) => stripSerial(entry.remoteName ?? '')).filter((name) => name !== '');
  return sorted(told).sort((a, b) => b.length - a.length)[0] ?? null;
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort(compareText);
}
