import {
  adjacencyOf,
  connectedParts,
  type Adjacency,
  type NetworkGraph,
} from '../../../shared/topology/adjacency.ts';
import { compareText } from '../../../shared/topology/compare-text.ts';
import { findRoots } from '../../../shared/topology/find-roots.ts';
import { tierGroups } from '../../../shared/topology/tier-groups.ts';
import type { Block } from './block.ts';
import { flow } from './flow.ts';
import { force } from './force.ts';
import { isLayered } from './is-layered.ts';
import { layered } from './layered.ts';
import { placeNew } from './place-new.ts';
import { CELL, type Point, type Positions } from './point.ts';

/** `auto` takes `layered` for what has the shape of a campus or a leaf-spine, `force` for the rest, part by part. */
export const LAYOUTS = ['auto', 'layered', 'force'] as const;
export type Layout = (typeof LAYOUTS)[number];

/**
 * Gives every device of a view a place, in whole pixels. Devices in `saved` keep theirs; new ones come near their neighbors. The same
 * view gives the same places, in whatever order it lists devices and links; no two devices share one.
 */
export function layOut(view: NetworkGraph, saved: Positions = new Map(), layout: Layout = 'auto'): Positions {
  const adjacency = adjacencyOf(view);
  const names = new Map(view.devices.map(({ nodeId, name }) => [nodeId, name]));
  const nameOf = (nodeId: string): string => names.get(nodeId) ?? nodeId;
  const byName = (a: string, b: string): number =>
    naturally.compare(nameOf(a), nameOf(b)) || compareText(a, b);
  const known = placeNew(adjacency, usable(saved, adjacency), [...saved.values()]);
  const rest = new Set([...adjacency.keys()].filter((nodeId) => !known.has(nodeId)));
  const fresh = layOutFresh(adjacency, rest, { layout, nameOf, byName });
  const edge = Math.max(0, ...[...known.values()].map(({ x }) => x + 2 * CELL.width));
  const top = known.size === 0 ? 0 : Math.min(...[...known.values()].map(({ y }) => y)) - CELL.height / 2;
  return new Map([
    ...known,
    ...[...fresh].map(([id, { x, y }]) => [id, { x: Math.round(x + edge), y: Math.round(y + top) }] as const),
  ]);
}

interface Choice {
  readonly layout: Layout;
  readonly nameOf: (nodeId: string) => string;
  readonly byName: (a: string, b: string) => number;
}

/** Each connected part by itself, then side by side. */
function layOutFresh(adjacency: Adjacency, rest: ReadonlySet<string>, choice: Choice): Positions {
  const parts = connectedParts(adjacency).filter((part) => part.some((nodeId) => rest.has(nodeId)));
  const blocks = parts.map((part) => layOutPart(adjacency, part, choice));
  const area = blocks.reduce((sum, { width, height }) => sum + width * height, 0);
  const largest = Math.max(0, ...blocks.map(({ width }) => width));
  return flow(blocks, { maxWidth: Math.max(largest, 1.3 * Math.sqrt(area)), gap: CELL.width / 2 }).points;
}

function layOutPart(
  adjacency: Adjacency,
  part: readonly string[],
  { layout, nameOf, byName }: Choice,
): Block {
  const roots = findRoots(adjacency, part, nameOf);
  const asLayers = layout === 'layered' || (layout === 'auto' && isLayered(adjacency, roots));
  // A few devices are a row or two either way.
  if (asLayers || part.length < 4) return layered(tierGroups(adjacency, roots), byName);
  return force(adjacency, [...part].sort(byName));
}

/** Saved places of devices that are there. Of two on one spot the second has lost its own. */
function usable(saved: Positions, adjacency: Adjacency): Map<string, Point> {
  const taken = new Set<string>();
  const positions = new Map<string, Point>();
  for (const nodeId of adjacency.keys()) {
    const point = saved.get(nodeId);
    if (!point || taken.has(`${point.x} ${point.y}`)) continue;
    taken.add(`${point.x} ${point.y}`);
    positions.set(nodeId, point);
  }
  return positions;
}

/** `sw2` before `sw10`. */
const naturally = new Intl.Collator('en', { numeric: true });
