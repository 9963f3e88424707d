import type { MapLink } from '../map-data.ts';
import { VERMILION } from './palette.ts';

const SVG = 'http://www.w3.org/2000/svg';

function shape(tag: string, attributes: Readonly<Record<string, string>>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

function picture(...shapes: readonly SVGElement[]): SVGElement {
  const svg = shape('svg', { width: '34', height: '16', 'aria-hidden': 'true' });
  svg.append(...shapes);
  return svg;
}

/** A box as the map draws it; `color` null is the page's own grey. */
export function sampleBox(look: {
  readonly color: string | null;
  readonly cut?: boolean;
  readonly dashed?: boolean;
  readonly mark?: string;
}): SVGElement {
  const color = look.color ?? 'currentColor';
  const outline = {
    fill: look.color ?? 'none',
    'fill-opacity': look.cut ? '0.16' : '0.55',
    stroke: color,
    'stroke-width': look.cut ? '2.2' : '1.5',
    ...(look.dashed ? { 'stroke-dasharray': '3 2' } : {}),
  };
  const box = look.cut
    ? shape('polygon', { ...outline, points: '6,2 28,2 32,6 32,10 28,14 6,14 2,10 2,6' })
    : shape('rect', { ...outline, x: '2', y: '2', width: '30', height: '12', rx: '3' });
  const at = { x: '17', y: '11.5', 'text-anchor': 'middle', 'font-size': '10', fill: 'currentColor' };
  return picture(box, ...(look.mark === undefined ? [] : [shape('text', at, look.mark)]));
}

export function sampleLine(status: MapLink['status']): SVGElement {
  const conflicting = status === 'conflicting';
  const line = shape('line', {
    x1: '1',
    x2: '33',
    y1: '8',
    y2: '8',
    stroke: conflicting ? VERMILION : 'currentColor',
    'stroke-width': conflicting ? '2.5' : '1.5',
    ...(status === 'one-sided' ? { 'stroke-dasharray': '5 3' } : {}),
  });
  return conflicting
    ? picture(line, shape('polygon', { points: '17,3 22,8 17,13 12,8', fill: VERMILION }))
    : picture(line);
}
