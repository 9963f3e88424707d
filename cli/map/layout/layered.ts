import type { TierGroup } from '../../../shared/topology/tier-groups.ts';
import { joinBlocks, single, type Block } from './block.ts';
import { flow } from './flow.ts';
import { CELL, TIER_GAP } from './point.ts';

/** The screen that a map should fill: at full size where it can. */
const SCREEN = { width: 1600, height: 900 };
/** Devices that nothing hangs from stand in rows of so many; groups with something below them in bands of so many devices. */
const COLUMNS = [64, 32, 24, 16, 12, 10, 8, 6, 5, 4];
const BANDS = [Number.POSITIVE_INFINITY, 160, 120, 96, 80, 64, 52, 44, 36, 30, 24, 18];
/** What twice the rows cost, beside the size at which the map can be read: links then pass other devices. */
const COST_OF_ROWS = { leaves: 0.12, bands: 0.2 };
/** Smaller than this, boxes cannot be told from each other: size then counts for more than rows. */
const READABLE = 0.3;
const UNREADABLE = 3;
/** A chain of so few hangs among the devices that nothing hangs from. */
const SMALL = 3;
const SMALL_GAP = 16;
/** Links fan out to a wide row: so much of its width is left above it. */
const FAN = 0.05;

export interface LayeredOptions {
  readonly byName: (a: string, b: string) => number;
  /** Links of the roots for each device: 0.2 in a campus, 2 in a leaf-spine. They are what passes when rows are broken. */
  readonly uplinks: number;
}

interface Shape {
  readonly leafWidth: number;
  readonly bandWidth: number;
}

/**
 * Roots on top, what hangs from them below, each group over its own: a core, pairs of distribution switches, the access switches of
 * each in a block. How the rows are broken is tried out: the best is what can be read at the largest size with the fewest rows.
 */
export function layered(root: TierGroup, { byName, uplinks }: LayeredOptions): Block {
  const tree = sorted(root, byName);
  const costOfBands = COST_OF_ROWS.bands * (1 + 2 * uplinks);
  let best: { block: Block; score: number } | undefined;
  for (const columns of COLUMNS) {
    for (const band of BANDS) {
      if (band < columns) continue;
      const rows = { leaves: 1, bands: 1 };
      const shape = { leafWidth: columns * CELL.width, bandWidth: band * CELL.width };
      const block = groupBlock(tree, shape, rows);
      const size = Math.min(1, SCREEN.width / block.width, SCREEN.height / block.height);
      const cost = COST_OF_ROWS.leaves * Math.log(rows.leaves) + costOfBands * Math.log(rows.bands);
      const score = Math.log(size) + UNREADABLE * Math.min(0, Math.log(size / READABLE)) - cost;
      if (best === undefined || score > best.score + 1e-9) best = { block, score };
    }
  }
  return best?.block ?? groupBlock(tree, { leafWidth: 1, bandWidth: 1 }, { leaves: 1, bands: 1 });
}

/** In every group: what has much below it, what has nothing (so that no link passes a chain's end), short chains; each by name. */
function sorted(group: TierGroup, byName: (a: string, b: string) => number): TierGroup {
  const members = [...group.members].sort(byName);
  const below = group.below.map((each) => sorted(each, byName));
  below.sort(
    (one, other) =>
      Number(isSmall(one)) - Number(isSmall(other)) ||
      Number(one.below.length > 0 && isSmall(one)) - Number(other.below.length > 0 && isSmall(other)) ||
      byName(one.members[0] ?? '', other.members[0] ?? ''),
  );
  return { ...group, members, below };
}

const countOf = ({ members, below }: TierGroup): number =>
  below.reduce((sum, each) => sum + countOf(each), members.length);
const isSmall = (group: TierGroup): boolean => group.below.length === 0 || countOf(group) <= SMALL;

/** A short chain hangs among the leaves, but not where its like has more below it: a pair of leaf switches with one server. */
function leafTest(siblings: readonly TierGroup[]): (group: TierGroup) => boolean {
  const large = new Set(siblings.filter((each) => !isSmall(each)).map(({ members }) => members.length));
  return (group) => group.below.length === 0 || (isSmall(group) && !large.has(group.members.length));
}

function groupBlock(
  group: TierGroup,
  shape: Shape,
  rows: { leaves: number; bands: number },
  least = TIER_GAP,
): Block {
  const isLeaf = leafTest(group.below);
  const leaves = group.below.filter(isLeaf).map((each) => groupBlock(each, shape, rows, SMALL_GAP));
  const bands = group.below.filter((each) => !isLeaf(each)).map((each) => groupBlock(each, shape, rows));
  const leafBlock = flow(leaves, { maxWidth: shape.leafWidth, gap: 0 });
  rows.leaves = Math.max(rows.leaves, leafBlock.rows);
  const bandBlock = flow(bands, { maxWidth: shape.bandWidth, gap: CELL.width / 2 });
  rows.bands = Math.max(rows.bands, bandBlock.rows);
  const top = memberRow(group.members, shape, Math.max(leafBlock.width, bandBlock.width));
  const widest = Math.max(leafBlock.width, bandBlock.width);
  return over(top, [leafBlock, bandBlock], least === SMALL_GAP ? least : Math.max(least, FAN * widest));
}

/** The members side by side, spread where what hangs from them is wide. */
function memberRow(members: readonly string[], { leafWidth }: Shape, widthBelow: number): Block {
  const spread = widthBelow / 2 / members.length - CELL.width;
  const gap = members.length > 1 ? Math.min(2 * CELL.width, Math.max(0, spread)) : 0;
  return flow(members.map(single), { maxWidth: Math.max(leafWidth, 2 * CELL.width + gap), gap });
}

function over(top: Block, below: readonly Block[], gap: number): Block {
  const parts = below.filter(({ points }) => points.size > 0);
  const width = Math.max(top.width, ...parts.map((part) => part.width));
  const placed = [{ block: top, at: { x: (width - top.width) / 2, y: 0 } }];
  let y = top.height + gap;
  for (const block of parts) {
    placed.push({ block, at: { x: (width - block.width) / 2, y } });
    y += block.height + Math.min(gap, TIER_GAP) / 2;
  }
  return joinBlocks(placed, 1);
}
