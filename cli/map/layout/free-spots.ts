import { CELL, type Point } from './point.ts';

/** Which spots of the map are taken. Boxes that stand on a spot keep the next one off by a cell. */
export class FreeSpots {
  readonly #cells = new Map<string, Point[]>();

  take(point: Point): void {
    const key = keyOf(Math.floor(point.x / CELL.width), Math.floor(point.y / CELL.height));
    const cell = this.#cells.get(key);
    if (cell) cell.push(point);
    else this.#cells.set(key, [point]);
  }

  isFree({ x, y }: Point): boolean {
    const [column, row] = [Math.floor(x / CELL.width), Math.floor(y / CELL.height)];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const near = this.#cells.get(keyOf(column + dx, row + dy)) ?? [];
        if (near.some((each) => Math.abs(each.x - x) < CELL.width && Math.abs(each.y - y) < CELL.height))
          return false;
      }
    }
    return true;
  }

  /** Takes the free spot nearest to a point: ring by ring, a whole number of half cells away. */
  takeNearest(wanted: Point): Point {
    for (let ring = 0; ; ring += 1) {
      const [found] = ringAround(wanted, ring)
        .filter((point) => this.isFree(point))
        .sort((a, b) => distance(a, wanted) - distance(b, wanted) || a.y - b.y || a.x - b.x);
      if (!found) continue;
      this.take(found);
      return found;
    }
  }
}

function ringAround({ x, y }: Point, ring: number): Point[] {
  if (ring === 0) return [{ x, y }];
  const points: Point[] = [];
  for (let step = -ring; step <= ring; step += 1) {
    for (const [dx, dy] of [
      [step, -ring],
      [step, ring],
      [-ring, step],
      [ring, step],
    ] as const) {
      points.push({ x: x + (dx * CELL.width) / 2, y: y + (dy * CELL.height) / 2 });
    }
  }
  return points;
}

const keyOf = (column: number, row: number): string => `${column} ${row}`;
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
