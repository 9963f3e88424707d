import { distancesFrom, type Adjacency } from '../../../shared/topology/adjacency.ts';

/** Deeper than this a network is a chain or a mesh and not a hierarchy. */
const DEEPEST = 6;
/** So many devices a tier at least, or it is a chain. */
const LEAST_WIDTH = 2.5;
/** This part of all pairs of neighbors stands one above the other, and not in one tier. */
const LEAST_BETWEEN_TIERS = 0.7;

/** Whether a connected part has the shape of a campus or a leaf-spine: a few tiers, with links from one to the next. */
export function isLayered(adjacency: Adjacency, roots: readonly string[]): boolean {
  const tiers = distancesFrom(adjacency, roots);
  const deepest = Math.max(...tiers.values());
  if (deepest > DEEPEST || tiers.size / (deepest + 1) < LEAST_WIDTH) return false;
  let [between, within] = [0, 0];
  for (const [nodeId, tier] of tiers) {
    for (const next of adjacency.get(nodeId) ?? []) {
      if (tiers.get(next) === tier) within += 1;
      else between += 1;
    }
  }
  return between >= LEAST_BETWEEN_TIERS * (between + within);
}
