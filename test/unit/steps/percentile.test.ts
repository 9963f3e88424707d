import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile, spreadOf } from '../../../shared/steps/percentile.ts';

const some = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 200 });

describe('the nearest-rank percentile', () => {
  it('is one of the values, with at least so many not above it and fewer than so many below it', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const found = percentile(values, percent) ?? -1;
        expect(values).toContain(found);
        const share = (test: (value: number) => boolean): number =>
          (values.filter(test).length / values.length) * 100;
        expect(share((value) => value <= found)).toBeGreaterThanOrEqual(percent - 1e-9);
        expect(share((value) => value < found)).toBeLessThan(percent);
      }),
    );
  });

  it('does not depend on the order, and grows with the percentage', () => {
    fc.assert(
      fc.property(some, (values) => {
        expect(spreadOf([...values].reverse())).toEqual(spreadOf(values));
        const { p50, p95, max } = spreadOf(values) ?? { p50: 1, p95: 0, max: 0 };
        expect(p50).toBeLessThanOrEqual(p95);
        expect(p95).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('is what the textbook has: 15, 20, 35, 40, 50 have a median of 35', () => {
    expect(percentile([50, 35, 20, 15, 40], 50)).toBe(35);
    expect(percentile([15, 20, 35, 40, 50], 30)).toBe(20);
    expect(spreadOf([])).toBeNull();
  });
});
