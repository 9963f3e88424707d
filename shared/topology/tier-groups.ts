import { distancesFrom, type Adjacency } from './adjacency.ts';
import { Multimap } from './multimap.ts';
import { UnionFind } from './union-find.ts';

/** Devices of one tier that belong side by side (a pair of distribution switches, the leaves of one MLAG), and what hangs from them. */
export interface TierGroup {
  readonly tier: number;
  readonly members: readonly string[];
  readonly below: readonly TierGroup[];
}

/** A hub with more parents than this does not make pairs of all of them. */
const MOST_PARENTS = 32;

/** The part of the network that hangs from `roots`, as a tree of groups. A tier is the number of steps from the nearest root. */
export function tierGroups(adjacency: Adjacency, roots: readonly string[]): TierGroup {
  const tiers = distancesFrom(adjacency, roots);
  const tierOf = (nodeId: string): number => tiers.get(nodeId) ?? 0;
  const inTier = (nodeId: string, tier: number): readonly string[] =>
    (adjacency.get(nodeId) ?? []).filter((each) => tierOf(each) === tier);
  const above = (nodeId: string): readonly string[] => inTier(nodeId, tierOf(nodeId) - 1);
  const below = (nodeId: string): readonly string[] => inTier(nodeId, tierOf(nodeId) + 1);

  const groups = new UnionFind<string>();
  groups.joinAll(roots);
  const shared = countShared(tiers.keys(), above);
  for (const [one, others] of shared) {
    for (const [other, count] of others) {
      const fewer = Math.min(below(one).length, below(other).length);
      if (2 * count >= fewer) groups.join(one, other);
    }
  }
  for (const nodeId of tiers.keys()) {
    for (const peer of inTier(nodeId, tierOf(nodeId))) {
      if (peer > nodeId && haveSameParents(above(nodeId), above(peer))) groups.join(nodeId, peer);
    }
  }
  return makeTree([...tiers.keys()], tierOf, groups, above);
}

/** For two devices of one tier, how many they share of those that hang from them. */
function countShared(
  nodeIds: Iterable<string>,
  above: (nodeId: string) => readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const nodeId of nodeIds) {
    const parents = above(nodeId).slice(0, MOST_PARENTS);
    for (const [at, one] of parents.entries()) {
      const others = counts.get(one) ?? new Map<string, number>();
      counts.set(one, others);
      for (const other of parents.slice(at + 1)) others.set(other, (others.get(other) ?? 0) + 1);
    }
  }
  return counts;
}

function haveSameParents(one: readonly string[], other: readonly string[]): boolean {
  const both = one.filter((nodeId) => other.includes(nodeId)).length;
  return both > 0 && 2 * both >= Math.max(one.length, other.length);
}

/** A group hangs from the group above it to which most of its links go. */
function makeTree(
  nodeIds: readonly string[],
  tierOf: (nodeId: string) => number,
  groups: UnionFind<string>,
  above: (nodeId: string) => readonly string[],
): TierGroup {
  const members = new Multimap<string, string>();
  for (const nodeId of nodeIds) members.add(groups.find(nodeId), nodeId);
  const made = new Map<string, TierGroup & { readonly below: TierGroup[] }>();
  for (const [key, set] of members.entries()) {
    made.set(key, { tier: tierOf(key), members: [...set], below: [] });
  }
  let root: TierGroup | undefined;
  for (const group of made.values()) {
    const links = new Map<string, number>();
    for (const parent of group.members.flatMap(above)) {
      const key = groups.find(parent);
      links.set(key, (links.get(key) ?? 0) + 1);
    }
    const [parent] = [...links].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (parent === undefined) root ??= group;
    else made.get(parent)?.below.push(group);
  }
  return root ?? { tier: 0, members: [], below: [] };
}
