import { BOX, CELL, type Point } from '../layout/point.ts';

/** A device that may be named on a map on which most are too small for it. */
export interface Landmark {
  readonly id: string;
  readonly at: Point;
  /** As it would be written. */
  readonly text: string;
  /** Who has more is named first. */
  readonly weight: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of a font's size: how wide a letter is in the mean, how high a line; names stand a letter apart. */
const LETTER = 0.62;
const APART = 1;
const LINE = 1.35;

/**
 * Who can be named above its box with letters of `fontSize` map units, so that no name covers another one or a box of somebody else: those
 * of most weight first.
 */
export function chooseLandmarks(candidates: readonly Landmark[], fontSize: number): Set<string> {
  const taken = new BoxGrid(Math.max(CELL.width, 8 * LETTER * fontSize));
  for (const { id, at } of candidates) taken.add(id, around(at));
  const chosen = new Set<string>();
  for (const { id, at, text } of candidates.toSorted((a, b) => b.weight - a.weight)) {
    const box = above(at, text.length * LETTER * fontSize, LINE * fontSize);
    if (!taken.isFree(id, box)) continue;
    const apart = APART * LETTER * fontSize;
    taken.add('', { ...box, left: box.left - apart, right: box.right + apart });
    chosen.add(id);
  }
  return chosen;
}

const around = ({ x, y }: Point): Box => ({
  left: x - BOX.width / 2,
  right: x + BOX.width / 2,
  top: y - BOX.height / 2,
  bottom: y + BOX.height / 2,
});

const above = ({ x, y }: Point, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - BOX.height / 2 - height,
  bottom: y - BOX.height / 2,
});

/** Boxes by the squares of a grid that they touch, so that only near ones are compared. */
class BoxGrid {
  readonly #squares = new Map<string, { readonly owner: string; readonly box: Box }[]>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  add(owner: string, box: Box): void {
    for (const key of this.#keys(box)) {
      const square = this.#squares.get(key);
      if (square) square.push({ owner, box });
      else this.#squares.set(key, [{ owner, box }]);
    }
  }

  /** Nothing of any other owner is there. */
  isFree(owner: string, box: Box): boolean {
    return this.#keys(box).every((key) =>
      (this.#squares.get(key) ?? []).every((each) => each.owner === owner || !overlap(each.box, box)),
    );
  }

  #keys({ left, right, top, bottom }: Box): string[] {
    const keys: string[] = [];
    const at = (value: number): number => Math.floor(value / this.#size);
    for (let x = at(left); x <= at(right); x += 1) {
      for (let y = at(top); y <= at(bottom); y += 1) keys.push(`${x} ${y}`);
    }
    return keys;
  }
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
