import type { Link } from '../model/link.ts';
import { compareText } from './compare-text.ts';
import { Multimap } from './multimap.ts';

/** One step of a path: a device, the next one, and every link between them, parallel ones apart. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  /** Each seen from `from`. */
  readonly links: readonly HopLink[];
}

export interface HopLink {
  readonly fromPort: string | null;
  readonly toPort: string | null;
  readonly link: Link;
}

export interface ShortestPaths {
  /** Links on each path; null where there is none. */
  readonly hops: number | null;
  /** The first paths in the order of the ids of their devices, as many as were asked for. */
  readonly paths: readonly (readonly Hop[])[];
  /** All of them, by the devices on the way. It may be astronomical: a fabric of 10 tiers with 8 devices each has 8^10. */
  readonly total: bigint;
  /** The same with parallel links counted apart. */
  readonly totalOverLinks: bigint;
  /** Every device that `from` reaches, itself among them. */
  readonly reached: ReadonlySet<string>;
}

/**
 * All shortest paths between two devices, by node id. One breadth-first walk from the far end, then counting along what leads closer:
 * linear in links, plus the length of each path that is answered. A link of a device to itself leads nowhere.
 */
export function findShortestPaths(
  links: readonly Link[],
  ends: { readonly from: string; readonly to: string; readonly limit: number },
): ShortestPaths {
  const { from, to, limit } = ends;
  const around = adjacency(links);
  const distance = distancesTo(to, around);
  const hops = distance.get(from) ?? null;
  if (hops === null) {
    return {
      hops,
      paths: [],
      total: 0n,
      totalOverLinks: 0n,
      reached: new Set(distancesTo(from, around).keys()),
    };
  }
  const closer = stepsCloser(around, distance);
  return {
    hops,
    paths: firstPaths(from, { to, limit, closer }),
    total: countPaths(distance, { from, to, closer, weigh: () => 1n }),
    totalOverLinks: countPaths(distance, { from, to, closer, weigh: (hop) => BigInt(hop.links.length) }),
    reached: new Set(distance.keys()),
  };
}

type Around = Multimap<string, { readonly to: string; readonly link: HopLink }>;

function adjacency(links: readonly Link[]): Around {
  const around: Around = new Multimap();
  for (const link of links) {
    const { a, b } = link;
    if (a.nodeId === b.nodeId) continue;
    around.add(a.nodeId, { to: b.nodeId, link: { fromPort: a.port, toPort: b.port, link } });
    around.add(b.nodeId, { to: a.nodeId, link: { fromPort: b.port, toPort: a.port, link } });
  }
  return around;
}

function distancesTo(start: string, around: Around): Map<string, number> {
  const distance = new Map([[start, 0]]);
  // A Map is walked in the order in which it grows: it is the queue as well.
  for (const [node, steps] of distance) {
    for (const { to } of around.get(node)) if (!distance.has(to)) distance.set(to, steps + 1);
  }
  return distance;
}

/** The hops that lead one step closer from each device, each with all its links. */
function stepsCloser(
  around: Around,
  distance: ReadonlyMap<string, number>,
): (node: string) => readonly Hop[] {
  const known = new Map<string, readonly Hop[]>();
  const find = (from: string): readonly Hop[] => {
    const wanted = (distance.get(from) ?? 0) - 1;
    const near = around.get(from).filter(({ to }) => distance.get(to) === wanted);
    return [...Map.groupBy(near, ({ to }) => to)]
      .sort(([one], [other]) => compareText(one, other))
      .map(([to, found]) => ({ from, to, links: found.map(({ link }) => link).sort(byPorts) }));
  };
  return (node) => {
    const hops = known.get(node) ?? find(node);
    known.set(node, hops);
    return hops;
  };
}

const byPorts = (one: HopLink, other: HopLink): number =>
  compareText(one.fromPort ?? '', other.fromPort ?? '') || compareText(one.toPort ?? '', other.toPort ?? '');

/** Devices come in the order of their distance, so those closer are counted before those that lead to them. */
function countPaths(
  distance: ReadonlyMap<string, number>,
  over: {
    readonly from: string;
    readonly to: string;
    readonly closer: (node: string) => readonly Hop[];
    readonly weigh: (hop: Hop) => bigint;
  },
): bigint {
  const { from, to, closer, weigh } = over;
  const counts = new Map([[to, 1n]]);
  for (const node of distance.keys()) {
    if (node === to) continue;
    counts.set(
      node,
      closer(node).reduce((sum, hop) => sum + weigh(hop) * (counts.get(hop.to) ?? 0n), 0n),
    );
    if (node === from) break;
  }
  return counts.get(from) ?? 0n;
}

/** Depth first with a stack of our own: a chain of 10,000 devices is deeper than JavaScript's. Every step of it leads to the end. */
function firstPaths(
  from: string,
  over: { readonly to: string; readonly limit: number; readonly closer: (node: string) => readonly Hop[] },
): readonly (readonly Hop[])[] {
  const { to, limit, closer } = over;
  const paths: (readonly Hop[])[] = [];
  const path: Hop[] = [];
  const untried = [from === to ? [] : [...closer(from)]];
  if (from === to) return [[]];
  while (untried.length > 0 && paths.length < limit) {
    const hop = untried.at(-1)?.shift();
    if (hop === undefined) {
      untried.pop();
      path.pop();
    } else if (hop.to === to) paths.push([...path, hop]);
    else {
      path.push(hop);
      untried.push([...closer(hop.to)]);
    }
  }
  return paths;
}
