import { describe, expect, it } from 'vitest';
import { CATEGORY_COLORS, mix, OTHER_COLOR, THEMES } from '../../../cli/map/page/palette.ts';

type Channels = readonly [number, number, number];
type Matrix = readonly [Channels, Channels, Channels];

/** Linear light as eyes without one kind of cone have it: Machado, Oliveira, Fernandes 2009, severity 1. */
const EYES: Readonly<Record<string, Matrix>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const COLORS = [...CATEGORY_COLORS, OTHER_COLOR];
/** A difference of 2.3 in CIELAB is just seen by who looks closely; boxes are compared across a map. */
const TOLD_APART = 8;
/** WCAG 2.2, 1.4.3. */
const READABLE = 4.5;

describe.each(Object.values(THEMES))('the colors of boxes, $name', (theme) => {
  const fills = COLORS.map((color) => mix(color, theme.back, theme.tint));

  it.each(Object.keys(EYES))('are told apart with %s', (eyes) => {
    for (const colors of [COLORS, fills]) {
      const close = pairs(colors).filter(([one, other]) => difference(one, other, eyes) < TOLD_APART);
      expect(close).toEqual([]);
    }
  });

  it('have names in them that can be read', () => {
    for (const fill of fills) expect(contrast(fill, theme.ink), fill).toBeGreaterThanOrEqual(READABLE);
  });
});

const pairs = (colors: readonly string[]): [string, string][] =>
  colors.flatMap((one, at) => colors.slice(at + 1).map((other): [string, string] => [one, other]));

const dot = (one: Channels, other: Channels): number =>
  one[0] * other[0] + one[1] * other[1] + one[2] * other[2];

/** IEC 61966-2-1. */
function linear(color: string): Channels {
  const channel = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function difference(one: string, other: string, eyes: string): number {
  const [a, b] = [lab(one, eyes), lab(other, eyes)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** CIE 1976, white D65. */
function lab(color: string, eyes: string): Channels {
  const light = linear(color);
  const [red, green, blue] = (EYES[eyes] ?? []).map((row) => Math.min(1, Math.max(0, dot(row, light))));
  const seen: Channels = [red ?? 0, green ?? 0, blue ?? 0];
  const root = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = root(dot([0.4124, 0.3576, 0.1805], seen) / 0.95047);
  const y = root(dot([0.2126, 0.7152, 0.0722], seen));
  const z = root(dot([0.0193, 0.1192, 0.9505], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function contrast(one: string, other: string): number {
  const luminance = (color: string): number => dot([0.2126, 0.7152, 0.0722], linear(color)) + 0.05;
  const [a, b] = [luminance(one), luminance(other)];
  return Math.max(a, b) / Math.min(a, b);
}
