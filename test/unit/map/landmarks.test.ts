import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLandmarks, type Landmark } from '../../../cli/map/page/landmarks.ts';

const landmark = (id: string, x: number, weight: number): Landmark => ({
  id,
  at: { x, y: 0 },
  text: 'core-1',
  weight,
});

describe('names on a map seen from afar', () => {
  it('are those of the devices with the most links where not all have room', () => {
    const side = [landmark('a', 0, 1), landmark('b', 124, 9), landmark('c', 5000, 1)];
    expect(chooseLandmarks(side, 40)).toEqual(new Set(['b', 'c']));
  });

  it('are all of them where there is room', () => {
    const apart = Array.from({ length: 9 }, (_, at) => landmark(String(at), at * 400, at));
    expect(chooseLandmarks(apart, 40).size).toBe(9);
  });

  it('never cover each other', () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 30 }) });
    const spots = fc.uniqueArray(spot, { selector: ({ x, y }) => `${x} ${y}`, maxLength: 60 });
    fc.assert(
      fc.property(spots, fc.integer({ min: 20, max: 120 }), (points, fontSize) => {
        const all = points.map(({ x, y }, at) => ({
          ...landmark(String(at), 0, (at * 7) % 13),
          at: { x: x * 124, y: y * 66 },
        }));
        const chosen = chooseLandmarks(all, fontSize);
        const named = all.filter(({ id }) => chosen.has(id));
        if (all.length > 0) expect(named.length).toBeGreaterThan(0);
        for (const one of named) {
          for (const other of named) {
            if (one === other) continue;
            const apart =
              Math.abs(one.at.x - other.at.x) >= 0.6 * fontSize * one.text.length ||
              Math.abs(one.at.y - other.at.y) >= fontSize;
            expect(apart).toBe(true);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
