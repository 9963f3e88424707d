import { distancesFrom, type Adjacency } from './adjacency.ts';
import { compareText } from './compare-text.ts';
import { shortName } from './device-name.ts';

/** From so many devices distances are measured; more say nothing new (2,000 devices: 0.3 s). */
const MOST_SOURCES = 400;
/** Who is that little farther from the rest is a root too: the second core, every spine. */
const NEARLY = 1.1;
/** People say it in the name. It makes up for one step (1 cubed to 2 cubed): two cores over a single pair of distribution switches. */
const NAMED_ROOT = /(?:^|[^a-z])(?:core|spine|backbone)(?:[^a-z]|$)/;
const NAMED_ROOT_COST = 1 / 8;

/**
 * The devices that a connected part hangs from: its cores or spines. They are those from which the farthest devices are near.
 * The cube of the distance counts: with plain distances a distribution switch with many access switches of its own is as central as
 * the core (2 pairs with 15 each: 67 to 65), with cubes it is not (420 to 244). Devices with one neighbor do not vote, or a
 * switch with many phones would be a root.
 */
export function findRoots(
  adjacency: Adjacency,
  part: readonly string[],
  nameOf: (nodeId: string) => string = (nodeId) => nodeId,
): readonly string[] {
  const costs = farness(adjacency, part);
  const costOf = (nodeId: string): number => {
    const isNamed = NAMED_ROOT.test(shortName(nameOf(nodeId)));
    return (costs.get(nodeId) ?? Number.POSITIVE_INFINITY) * (isNamed ? NAMED_ROOT_COST : 1);
  };
  const ordered = [...part].sort((a, b) => costOf(a) - costOf(b) || compareText(a, b));
  const [best] = ordered;
  if (best === undefined) return [];
  const near = new Set(adjacency.get(best));
  const enough = (near.size + 1) / 2;
  return ordered.filter((nodeId) => {
    if (nodeId === best) return true;
    const beside = adjacency.get(nodeId) ?? [];
    if (costOf(nodeId) > costOf(best) * NEARLY || beside.length < enough) return false;
    return near.has(nodeId) || beside.some((each) => near.has(each));
  });
}

function farness(adjacency: Adjacency, part: readonly string[]): ReadonlyMap<string, number> {
  const voters = part.filter((nodeId) => (adjacency.get(nodeId)?.length ?? 0) > 1).sort(compareText);
  const all = voters.length > 0 ? voters : [...part].sort(compareText);
  const stride = Math.max(1, Math.ceil(all.length / MOST_SOURCES));
  const costs = new Map<string, number>(part.map((nodeId) => [nodeId, 0]));
  for (let at = 0; at < all.length; at += stride) {
    for (const [nodeId, distance] of distancesFrom(adjacency, [all[at] ?? ''])) {
      costs.set(nodeId, (costs.get(nodeId) ?? 0) + distance ** 3);
    }
  }
  return costs;
}
