import { CELL, type Point, type Positions } from './point.ts';

/** Devices whose places to each other are settled; the points count from the block's top left corner. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly points: Positions;
  /** In how many rows its parts had to be broken at most: 1 where nothing was. */
  readonly rows: number;
}

export interface Placed {
  readonly block: Block;
  readonly at: Point;
}

/** One device. */
export function single(nodeId: string): Block {
  const middle = { x: CELL.width / 2, y: CELL.height / 2 };
  return { width: CELL.width, height: CELL.height, points: new Map([[nodeId, middle]]), rows: 1 };
}

export function joinBlocks(placed: readonly Placed[], rows: number): Block {
  const points = new Map<string, Point>();
  let [width, height] = [0, 0];
  for (const { block, at } of placed) {
    width = Math.max(width, at.x + block.width);
    height = Math.max(height, at.y + block.height);
    for (const [nodeId, { x, y }] of block.points) points.set(nodeId, { x: x + at.x, y: y + at.y });
  }
  return { width, height, points, rows };
}
