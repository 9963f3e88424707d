import type { EdgeSingular, StylesheetJson } from 'cytoscape';
import { BOX } from '../layout/point.ts';
import type { PortPlaces } from './port-places.ts';
import { mix, VERMILION, type Theme } from './palette.ts';

const FONT = 'system-ui, "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif';
/**
 * Texts smaller than this on the screen are left out. cytoscape compares with the zoom rounded up to a power of two: names show above
 * half size (`NAMES_ABOVE`), ports above full size (`PORTS_ABOVE`).
 */
const SMALLEST_NAME = 6.5;
const SMALLEST_PORT = 9;
export const NAMES_ABOVE = 0.5;
export const PORTS_ABOVE = 1;

/** How the network is drawn. What a shape or line means must be in the legend. */
export function drawingStyle(theme: Theme): StylesheetJson {
  return [...boxes(theme), ...lines(theme), ...texts(theme), ...states(theme)];
}

const boxes = (theme: Theme): StylesheetJson => [
  {
    selector: 'node',
    style: {
      shape: 'round-rectangle',
      width: BOX.width,
      height: BOX.height,
      'background-color': 'data(fill)',
      'border-width': 1.5,
      'border-color': 'data(color)',
    },
  },
  {
    selector: 'node.told',
    style: {
      'background-color': mix(theme.soft, theme.back, 0.12),
      'border-color': theme.soft,
      'border-style': 'dashed',
    },
  },
  {
    selector: 'node.failed',
    style: {
      shape: 'cut-rectangle',
      'background-color': mix(VERMILION, theme.back, 0.16),
      'border-color': VERMILION,
      'border-width': 3,
    },
  },
  {
    selector: 'node.warned',
    style: { shape: 'cut-rectangle', 'border-color': VERMILION, 'border-width': 3 },
  },
];

const lines = (theme: Theme): StylesheetJson => [
  {
    selector: 'edge',
    style: {
      // Of the kinds of line the quickest (2,000 devices: a tenth of the time until all is drawn): from middle to middle, below the boxes.
      'curve-style': 'haystack',
      width: 1.4,
      'line-color': theme.link,
    },
  },
  { selector: 'edge.one-sided', style: { 'line-style': 'dashed' } },
  {
    selector: 'edge.conflicting',
    style: {
      'line-color': VERMILION,
      width: 2.5,
      'mid-target-arrow-shape': 'diamond',
      'mid-target-arrow-color': VERMILION,
      'arrow-scale': 1.4,
    },
  },
];

/** What `placePorts` says of a link. */
const placed =
  (what: keyof PortPlaces) =>
  (edge: EdgeSingular): number =>
    Number(edge.data(what));

/** Only what has the class has a text: each property costs time for every element that it is set on. */
const texts = (theme: Theme): StylesheetJson => [
  {
    selector: 'node.named',
    style: {
      label: 'data(label)',
      color: theme.ink,
      'font-family': FONT,
      'font-size': 12,
      'text-valign': 'center',
      'text-wrap': 'ellipsis',
      'text-max-width': '96px',
      'min-zoomed-font-size': SMALLEST_NAME,
    },
  },
  { selector: 'node.told.named', style: { color: theme.soft } },
  {
    selector: 'node.landmark',
    style: {
      label: 'data(label)',
      color: theme.ink,
      'font-family': FONT,
      'font-size': 'data(landmarkSize)',
      'text-valign': 'top',
      'text-wrap': 'none',
      'text-background-color': theme.back,
      'text-background-opacity': 0.75,
      'min-zoomed-font-size': 0,
    },
  },
  {
    selector: 'edge.named',
    style: {
      // From border to border: texts are placed from there.
      'curve-style': 'straight',
      'source-label': 'data(a)',
      'target-label': 'data(b)',
      'source-text-rotation': 'autorotate',
      'target-text-rotation': 'autorotate',
      'source-text-offset': placed('aOffset'),
      'target-text-offset': placed('bOffset'),
      'source-text-margin-y': placed('aAside'),
      'target-text-margin-y': placed('bAside'),
      'font-family': FONT,
      'font-size': 8,
      color: theme.ink,
      'text-background-color': theme.back,
      'text-background-opacity': 0.85,
      'text-background-padding': '1px',
      'min-zoomed-font-size': SMALLEST_PORT,
    },
  },
];

/** None has a `z-index`: another order of drawing costs all that is drawn (2,000 devices: 0.3 s for a click). */
const states = (theme: Theme): StylesheetJson => [
  // A curve asks all links of both its ends for those beside it: only where there are any.
  { selector: 'edge.beside', style: { 'curve-style': 'bezier', 'control-point-step-size': 18 } },
  // What is pressed has no look of its own: it would be drawn anew before it is known whether it is a click.
  { selector: ':active', style: { 'overlay-opacity': 0 } },
  { selector: '.faint', style: { opacity: 0.18 } },
  {
    selector: 'edge.near',
    style: { 'line-color': theme.accent, width: 3, 'min-zoomed-font-size': 6 },
  },
  { selector: 'edge.near.conflicting', style: { 'line-color': VERMILION } },
  {
    selector: 'node.near',
    style: { 'underlay-color': theme.accent, 'underlay-opacity': 0.3, 'underlay-padding': 5 },
  },
  {
    selector: 'node.chosen',
    style: { 'underlay-color': theme.accent, 'underlay-opacity': 1, 'underlay-padding': 5 },
  },
  { selector: '.left-out', style: { display: 'none' } },
];
