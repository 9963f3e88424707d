import type { Link } from '../../shared/model/link.ts';
import type { Point, Positions } from '../map/layout/point.ts';

/** Between the middles of two parallel links. */
const APART = 24;

/**
 * A point that each link is bent through so that parallel ones stand apart; null for a link that may be straight. In the order of `links`.
 */
export function spreadLinks(links: readonly Link[], positions: Positions): readonly (Point | null)[] {
  const middles: (Point | null)[] = links.map(() => null);
  for (const group of Map.groupBy(links.keys(), (at) => JSON.stringify(endsOf(links[at]!))).values()) {
    const [first, second] = endsOf(links[group[0]!]!);
    const [from, to] = [positions.get(first), positions.get(second)];
    if (group.length < 2 || !from || !to) continue;
    group.forEach((at, rank) => {
      middles[at] = beside(from, to, (rank - (group.length - 1) / 2) * APART);
    });
  }
  return middles;
}

/** In one order, whichever end a link names first. */
const endsOf = ({ a, b }: Link): readonly [string, string] =>
  a.nodeId < b.nodeId ? [a.nodeId, b.nodeId] : [b.nodeId, a.nodeId];

/** The point in the middle of a line, and `distance` to its side. */
function beside(from: Point, to: Point, distance: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return {
    x: Math.round((from.x + to.x) / 2 - (dy / length) * distance),
    y: Math.round((from.y + to.y) / 2 + (dx / length) * distance),
  };
}
