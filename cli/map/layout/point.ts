/** Where the middle of a device's box is. x grows to the right, y downward; one unit is one pixel at full size. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** By node id. */
export type Positions = ReadonlyMap<string, Point>;

/** The box of a device on the map. */
export const BOX = { width: 104, height: 30 } as const;

/** Boxes that stand side by side, or in rows, have their middles so far apart. */
export const CELL = { width: 124, height: 66 } as const;

/** What is between a tier and the one that hangs from it, beside the cell itself: room for links to fan out. */
export const TIER_GAP = 90;
