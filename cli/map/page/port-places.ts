import type { EdgeSingular, NodeSingular } from 'cytoscape';
import { BOX, type Point } from '../layout/point.ts';

/** From a box's border to the middle of a port's name. */
const NEAREST = 26;
/** Names of links that leave a box beside each other stand in so many rings, so far apart: as long as a name is. */
const RINGS = 3;
const RING_GAP = 34;
const FEW = 4;
/** Half of a name's length. */
const HALF = 17;
/** On a short link the names of both ends would meet: one is above it, the other below. */
const SHORT = 4 * HALF + 4;
const ASIDE = 6;

/** Data of a link: how far from its ends the names of both ports stand, and how far above or below the line. */
export interface PortPlaces {
  readonly aOffset: number;
  readonly bOffset: number;
  readonly aAside: number;
  readonly bAside: number;
}

/** Says where the names of the ports of a device stand on its links. */
export function placePorts(node: NodeSingular): void {
  const edges = node.connectedEdges().toArray();
  const sorted = edges
    .map((edge) => ({ edge, angle: angleTo(node, edge) }))
    .sort((a, b) => a.angle - b.angle || (a.edge.id() < b.edge.id() ? -1 : 1));
  for (const [at, { edge }] of sorted.entries()) {
    const length = visibleLength(edge);
    const ring = sorted.length > FEW ? at % RINGS : 0;
    const offset = Math.max(HALF, Math.min(NEAREST + ring * RING_GAP, length / 2 - HALF));
    const aside = length < SHORT ? ASIDE : 0;
    if (edge.source().same(node))
      edge.data({ aOffset: offset, aAside: -aside } satisfies Partial<PortPlaces>);
    if (edge.target().same(node)) edge.data({ bOffset: offset, bAside: aside } satisfies Partial<PortPlaces>);
  }
}

function angleTo(node: NodeSingular, edge: EdgeSingular): number {
  const other = edge.source().same(node) ? edge.target() : edge.source();
  const [from, to] = [node.position(), other.position()];
  return Math.atan2(to.y - from.y, to.x - from.x);
}

/** Of the line between the borders of both boxes. */
function visibleLength(edge: EdgeSingular): number {
  const [from, to] = [edge.source().position(), edge.target().position()];
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  return distance - 2 * insideBox(from, to, distance);
}

function insideBox(from: Point, to: Point, distance: number): number {
  const [across, down] = [Math.abs(to.x - from.x) / distance, Math.abs(to.y - from.y) / distance];
  return Math.min(BOX.width / 2 / Math.max(across, 1e-6), BOX.height / 2 / Math.max(down, 1e-6));
}
