import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Adjacency } from '../../../shared/topology/adjacency.ts';
import type { Block } from './block.ts';
import { FreeSpots } from './free-spots.ts';
import { CELL, type Point } from './point.ts';
import { spread } from './spread.ts';

interface Body extends SimulationNodeDatum {
  readonly id: string;
}

/** Of the middles of two neighbors. */
const DISTANCE = 1.3 * CELL.width;
/** Devices that are alike, as the servers of one switch, start from one spot; forces part only what does not stand on the same. */
const aside = (at: number, way: (angle: number) => number): number => 10 * way(at);

/** 0.03 is reached after this many; more change nothing that is seen. */
const STEPS = 260;

/**
 * Linked devices draw each other near, all push each other off, from where `spread` has them: from anywhere else a ring stays tangled. d3-force
 * has a seeded generator of its own, so the same devices in the same order give the same map. Boxes that would overlap are moved to the nearest free spot at the end.
 */
export function force(adjacency: Adjacency, part: readonly string[]): Block {
  const start = spread(adjacency, part);
  const bodies = part.map((id, at): Body => {
    const { x, y } = start[at] ?? { x: 0, y: 0 };
    return { id, x: x * DISTANCE + aside(at, Math.cos), y: y * DISTANCE + aside(at, Math.sin) };
  });
  const links: SimulationLinkDatum<Body>[] = part.flatMap((source) =>
    (adjacency.get(source) ?? []).filter((target) => target > source).map((target) => ({ source, target })),
  );
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ id }) => id)
        .distance(DISTANCE),
    )
    .force(
      'charge',
      forceManyBody()
        .strength(-900)
        .distanceMax(12 * CELL.width),
    )
    .force('collide', forceCollide(CELL.width / 2))
    // A screen is wider than it is high.
    .force('x', forceX().strength(0.02))
    .force('y', forceY().strength(0.05))
    .stop()
    .tick(STEPS);
  return asBlock(bodies);
}

function asBlock(bodies: readonly Body[]): Block {
  const spots = new FreeSpots();
  const placed = bodies.map(({ id, x = 0, y = 0 }) => [id, spots.takeNearest({ x, y })] as const);
  const left = Math.min(...placed.map(([, { x }]) => x)) - CELL.width / 2;
  const top = Math.min(...placed.map(([, { y }]) => y)) - CELL.height / 2;
  const points = new Map(placed.map(([id, { x, y }]): [string, Point] => [id, { x: x - left, y: y - top }]));
  return {
    width: Math.max(...[...points.values()].map(({ x }) => x)) + CELL.width / 2,
    height: Math.max(...[...points.values()].map(({ y }) => y)) + CELL.height / 2,
    points,
    rows: 1,
  };
}
