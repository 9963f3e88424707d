import type { Adjacency } from '../../../shared/topology/adjacency.ts';
import { FreeSpots } from './free-spots.ts';
import { CELL, type Point, type Positions } from './point.ts';

/**
 * Gives every device that can be reached from those with a place the free spot nearest to where it belongs: among the devices that
 * have the same neighbors, else below its neighbor. Nothing that has a place is moved. `taken` are spots to keep free besides: of devices
 * that are gone and may come back.
 */
export function placeNew(
  adjacency: Adjacency,
  known: Positions,
  taken: readonly Point[] = [],
): Map<string, Point> {
  const positions = new Map(known);
  const spots = new FreeSpots();
  for (const point of [...known.values(), ...taken]) spots.take(point);
  let missing = [...adjacency.keys()].filter((nodeId) => !positions.has(nodeId));
  for (;;) {
    const wanted = missing.flatMap((nodeId) => {
      const point = wantedSpot(nodeId, adjacency, positions);
      return point ? [{ nodeId, point }] : [];
    });
    if (wanted.length === 0) return positions;
    for (const { nodeId, point } of wanted) positions.set(nodeId, spots.takeNearest(point));
    missing = missing.filter((nodeId) => !positions.has(nodeId));
  }
}

function wantedSpot(nodeId: string, adjacency: Adjacency, positions: Positions): Point | null {
  const neighbors = adjacency.get(nodeId) ?? [];
  const near = neighbors.flatMap((each) => positions.get(each) ?? []);
  if (near.length === 0) return null;
  const siblings = findSiblings(nodeId, neighbors, adjacency).flatMap((each) => positions.get(each) ?? []);
  if (siblings.length > 0) return middleOf(siblings);
  const { x, y } = middleOf(near);
  return { x, y: y + 2 * CELL.height };
}

/** Those that share most neighbors with a device, and are none of its neighbors themselves. */
function findSiblings(nodeId: string, neighbors: readonly string[], adjacency: Adjacency): readonly string[] {
  const shared = new Map<string, number>();
  for (const each of neighbors.flatMap((neighbor) => adjacency.get(neighbor) ?? [])) {
    if (each !== nodeId && !neighbors.includes(each)) shared.set(each, (shared.get(each) ?? 0) + 1);
  }
  const most = Math.max(0, ...shared.values());
  return [...shared].filter(([, count]) => count === most).map(([each]) => each);
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: Math.round(sum.x / points.length), y: Math.round(sum.y / points.length) };
}
