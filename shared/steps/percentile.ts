import type { Spread } from '../model/run.ts';

/**
 * The nearest-rank percentile: the smallest value that at least `percent` of all are not above. Always one of the values; null for none.
 */
export function percentile(values: readonly number[], percent: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? null;
}

/** Median, 95th percentile and maximum; null for no value. */
export function spreadOf(values: readonly number[]): Spread | null {
  const [p50, p95, max] = [50, 95, 100].map((percent) => percentile(values, percent));
  if (p50 === null || p50 === undefined || p95 === null || p95 === undefined) return null;
  return { p50, p95, max: max ?? p95 };
}
