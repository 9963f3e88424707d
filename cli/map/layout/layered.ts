import type { TierGroup } from '../../../shared/topology/tier-groups.ts';
import { joinBlocks, single, type Block } from './block.ts';
import { flow } from './flow.ts';
import { CELL, TIER_GAP } from './point.ts';

/** The screen that a map should fill: at full size where it can. */
const SCREEN = { width: 1600, height: 900 };
/** Devices that nothing hangs from stand in rows of so many; groups with something below them in bands of so many devices. */
const COLUMNS = [64, 32, 24, 16, 12, 10, 8, 6, 5, 4];
const BANDS = [Number.POSITIVE_INFINITY, 160, 120, 96, 80, 64, 52, 44, 36, 30, 24, 18];
/** What a row more costs, beside the size at which the map can be read: links then pass other devices. */
const COST_OF_ROWS = { leaves: 0.12, bands: 0.2 };

interface Shape {
  readonly leafWidth: number;
  readonly bandWidth: number;
}

/**
 * Roots on top, what hangs from them below, each group over its own: a core, pairs of distribution switches, the access switches of
 * each in a block. How the rows are broken is tried out: the best is what can be read at the largest size with the fewest rows.
 */
export function layered(root: TierGroup, byName: (a: string, b: string) => number): Block {
  const tree = sorted(root, byName);
  let best: { block: Block; score: number } | undefined;
  for (const columns of COLUMNS) {
    for (const band of BANDS) {
      if (band < columns) continue;
      const rows = { leaves: 1, bands: 1 };
      const shape = { leafWidth: columns * CELL.width, bandWidth: band * CELL.width };
      const block = groupBlock(tree, shape, rows);
      const size = Math.min(1, SCREEN.width / block.width, SCREEN.height / block.height);
      const cost = COST_OF_ROWS.leaves * Math.log(rows.leaves) + COST_OF_ROWS.bands * Math.log(rows.bands);
      const score = Math.log(size) - cost;
      if (best === undefined || score > best.score + 1e-9) best = { block, score };
    }
  }
  return best?.block ?? groupBlock(tree, { leafWidth: 1, bandWidth: 1 }, { leaves: 1, bands: 1 });
}

/** In every group: what has something below it first, and each by name. */
function sorted(group: TierGroup, byName: (a: string, b: string) => number): TierGroup {
  const members = [...group.members].sort(byName);
  const below = group.below.map((each) => sorted(each, byName));
  below.sort(
    (one, other) =>
      Number(one.below.length === 0) - Number(other.below.length === 0) ||
      byName(one.members[0] ?? '', other.members[0] ?? ''),
  );
  return { ...group, members, below };
}

function groupBlock(group: TierGroup, shape: Shape, rows: { leaves: number; bands: number }): Block {
  const isLeaf = ({ below }: TierGroup): boolean => below.length === 0;
  const leaves = group.below.filter(isLeaf).map((each) => groupBlock(each, shape, rows));
  const bands = group.below.filter((each) => !isLeaf(each)).map((each) => groupBlock(each, shape, rows));
  const leafBlock = flow(leaves, { maxWidth: shape.leafWidth, gap: 0 });
  rows.leaves = Math.max(rows.leaves, leafBlock.rows);
  const bandBlock = flow(bands, { maxWidth: shape.bandWidth, gap: CELL.width / 2 });
  rows.bands = Math.max(rows.bands, bandBlock.rows);
  return over(memberRow(group.members, shape, Math.max(leafBlock.width, bandBlock.width)), [
    leafBlock,
    bandBlock,
  ]);
}

/** The members side by side, spread where what hangs from them is wide. */
function memberRow(members: readonly string[], { leafWidth }: Shape, widthBelow: number): Block {
  const spread = widthBelow / 2 / members.length - CELL.width;
  const gap = members.length > 1 ? Math.min(2 * CELL.width, Math.max(0, spread)) : 0;
  return flow(members.map(single), { maxWidth: Math.max(leafWidth, 2 * CELL.width + gap), gap });
}

function over(top: Block, below: readonly Block[]): Block {
  const parts = below.filter(({ points }) => points.size > 0);
  const width = Math.max(top.width, ...parts.map((part) => part.width));
  const placed = [{ block: top, at: { x: (width - top.width) / 2, y: 0 } }];
  let y = top.height + TIER_GAP;
  for (const block of parts) {
    placed.push({ block, at: { x: (width - block.width) / 2, y } });
    y += block.height + TIER_GAP / 2;
  }
  return joinBlocks(placed, 1);
}
