import { distancesFrom, type Adjacency } from '../../../shared/topology/adjacency.ts';
import type { Point } from './point.ts';

/** So many devices, far from each other, are what all others are measured by. */
const PIVOTS = 50;
const ROUNDS = 60;

/**
 * Where devices stand when their distance on the map is, as well as two dimensions can have it, the number of steps between them: a ring is
 * a ring, a chain a line. Pivot MDS (Brandes and Pich, "Eigensolver Methods for Progressive Multidimensional Scaling of Large Data", 2006):
 * the two main axes of the centered distances to a few pivots. A step is about one unit. The same devices in the same order give the same.
 */
export function spread(adjacency: Adjacency, part: readonly string[]): readonly Point[] {
  const rows = transpose(choosePivots(adjacency, part).map((distances) => part.map((id) => distances(id))));
  const centered = center(rows.map((row) => row.map((steps) => steps * steps)));
  const width = centered[0]?.length ?? 0;
  const first = mainAxis(centered, width, []);
  const second = mainAxis(centered, width, [first]);
  const [xs, ys] = [project(centered, first), project(centered, second)];
  const unit = rootMeanSquare(rows.flat()) / Math.SQRT2 / (rootMeanSquare(xs) || 1);
  return part.map((_, at) => ({ x: (xs[at] ?? 0) * unit, y: (ys[at] ?? 0) * unit }));
}

/** The next one is always the farthest from those before it. */
function choosePivots(adjacency: Adjacency, part: readonly string[]): ((id: string) => number)[] {
  const nearest = new Map(part.map((id) => [id, Number.POSITIVE_INFINITY]));
  const pivots: ((id: string) => number)[] = [];
  let pivot = part[0];
  while (pivot !== undefined && pivots.length < Math.min(PIVOTS, part.length)) {
    const distances = distancesFrom(adjacency, [pivot]);
    pivots.push((id) => distances.get(id) ?? 0);
    let farthest = 0;
    pivot = undefined;
    for (const id of part) {
      const near = Math.min(nearest.get(id) ?? 0, distances.get(id) ?? 0);
      nearest.set(id, near);
      if (near > farthest) [farthest, pivot] = [near, id];
    }
  }
  return pivots;
}

/** Rows and columns have the mean 0 afterwards; the sign is that of nearness. */
function center(rows: readonly (readonly number[])[]): number[][] {
  const ofRows = rows.map(mean);
  const ofColumns = transpose(rows).map(mean);
  const all = mean(ofRows);
  return rows.map((row, y) =>
    row.map((value, x) => (value - (ofRows[y] ?? 0) - (ofColumns[x] ?? 0) + all) / -2),
  );
}

/** The direction in which the rows differ most, at right angles to `others`; by powers of their product with themselves. */
function mainAxis(
  rows: readonly (readonly number[])[],
  width: number,
  others: readonly number[][],
): number[] {
  let axis = Array.from({ length: width }, (_, at) => Math.cos(at * at + others.length));
  for (let round = 0; round < ROUNDS; round += 1) {
    const along = project(rows, axis);
    const next = Array.from({ length: width }, (_, x) =>
      rows.reduce((sum, row, y) => sum + (row[x] ?? 0) * (along[y] ?? 0), 0),
    );
    for (const other of others) {
      const part = dot(next, other);
      for (const [at, value] of other.entries()) next[at] = (next[at] ?? 0) - part * value;
    }
    const length = Math.sqrt(dot(next, next)) || 1;
    axis = next.map((value) => value / length);
  }
  return axis;
}

const project = (rows: readonly (readonly number[])[], axis: readonly number[]): number[] =>
  rows.map((row) => dot(row, axis));
const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => value ** 2)));
const transpose = (rows: readonly (readonly number[])[]): number[][] =>
  (rows[0] ?? []).map((_, x) => rows.map((row) => row[x] ?? 0));
