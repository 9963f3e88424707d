import cytoscape, { type Core, type ElementDefinition } from 'cytoscape';
import type { MapDevice, MapLink } from '../map-data.ts';
import type { Colors } from './color-devices.ts';
import { drawingStyle } from './drawing-style.ts';
import { byId } from './element.ts';
import type { Network } from './network.ts';
import { mix, type Theme } from './palette.ts';
import { shortPort } from './short-port.ts';
import { BOX } from '../layout/point.ts';
import { boxLabel } from './visible-text.ts';

/** The network on its canvas. Elements have ids of ours: a device's own id is hostile text, and a selector is a language. */
export interface Drawing {
  readonly cy: Core;
  readonly nodeOf: (deviceId: string) => cytoscape.NodeSingular;
  readonly edgeOf: (link: MapLink) => cytoscape.EdgeSingular;
  readonly deviceOf: (node: cytoscape.SingularData) => MapDevice | undefined;
  readonly linkOf: (edge: cytoscape.SingularData) => MapLink | undefined;
  readonly paint: (theme: Theme) => void;
}

/** Beyond this many links they are left out while the map is moved. */
const MANY_LINKS = 1500;
const MARGIN = 30;

export function drawNetwork(network: Network, colors: Colors, theme: Theme): Drawing {
  const nodeIds = new Map(network.devices.map(({ id }, index) => [id, `d${index}`]));
  const isBeside = parallels(network.links);
  const edgeIds = new Map(network.links.map((link, index) => [link, `l${index}`]));
  const cy = cytoscape({
    container: byId('map'),
    // Given at once: each later change of the style is another pass over all elements.
    style: drawingStyle(theme),
    elements: [...network.devices.map(toNode), ...network.links.map(toEdge).filter((edge) => edge !== null)],
    layout: { name: 'preset', fit: false },
    minZoom: 0.01,
    maxZoom: 4,
    boxSelectionEnabled: false,
    selectionType: 'single',
    autounselectify: true,
    textureOnViewport: network.links.length > MANY_LINKS,
    hideEdgesOnViewport: false,
  });
  const indexOf = (item: cytoscape.SingularData): number => Number(String(item.id()).slice(1));
  return {
    cy,
    nodeOf: (deviceId) => cy.getElementById(nodeIds.get(deviceId) ?? '').nodes()[0]!,
    edgeOf: (link) => cy.getElementById(edgeIds.get(link) ?? '').edges()[0]!,
    deviceOf: (node) => network.devices[indexOf(node)],
    linkOf: (edge) => network.links[indexOf(edge)],
    paint,
  };

  function toNode(device: MapDevice, index: number): ElementDefinition {
    const { x, y, status, failure } = device;
    const look = { label: boxLabel(device), ...colorsOf(device, theme) };
    const classes = status === 'visited' ? (failure ? 'warned' : '') : status;
    return {
      group: 'nodes',
      data: { id: `d${index}`, ...look },
      position: { x, y },
      classes,
    };
  }

  function toEdge(link: MapLink, index: number): ElementDefinition | null {
    const [source, target] = [nodeIds.get(link.a.id), nodeIds.get(link.b.id)];
    if (source === undefined || target === undefined) return null;
    const data = { id: `l${index}`, source, target, a: shortPort(link.a.port), b: shortPort(link.b.port) };
    const classes = isBeside(link) ? [link.status, 'beside'] : [link.status];
    return { group: 'edges', data, classes };
  }

  function colorsOf(device: MapDevice, { back, tint }: Theme): { color: string; fill: string } {
    const color = colors.of(device);
    return { color, fill: mix(color, back, tint) };
  }

  function paint(changed: Theme): void {
    cy.batch(() => {
      for (const [index, device] of network.devices.entries())
        cy.getElementById(`d${index}`).data(colorsOf(device, changed));
    });
    cy.style(drawingStyle(changed));
  }
}

/** Whether a link has others between the same devices, or leads back to where it comes from. */
function parallels(links: readonly MapLink[]): (link: MapLink) => boolean {
  const counts = new Map<string, number>();
  const keyOf = ({ a, b }: MapLink): string => JSON.stringify([a.id, b.id].sort());
  for (const link of links) counts.set(keyOf(link), (counts.get(keyOf(link)) ?? 0) + 1);
  return (link) => link.a.id === link.b.id || (counts.get(keyOf(link)) ?? 0) > 1;
}

/**
 * Everything that is shown, in the window; a small network is not blown up to fill it. Reckoned from the boxes alone: cytoscape's own `fit`
 * asks every link and text how far it reaches (2,000 devices: 2 s).
 */
export function fitAll({ cy }: Pick<Drawing, 'cy'>): void {
  // A view that is still on its way to a device, or waits for the next frame to start, would overrule this one.
  cy.stop(true);
  cy.resize();
  const points = shownNodes(cy).map((node) => node.position());
  if (points.length === 0) return;
  const x = span(points.map((point) => point.x));
  const y = span(points.map((point) => point.y));
  const zoom = Math.min(
    1,
    (cy.width() - 2 * MARGIN) / (x.size + BOX.width),
    (cy.height() - 2 * MARGIN) / (y.size + BOX.height),
  );
  cy.viewport({ zoom, pan: { x: cy.width() / 2 - x.middle * zoom, y: cy.height() / 2 - y.middle * zoom } });
}

/** Not `:visible`, which works out the style of each (2,000 devices: 0.7 s). */
export const shownNodes = (cy: Core): cytoscape.NodeSingular[] =>
  cy
    .nodes()
    .toArray()
    .filter((node) => !node.hasClass('left-out'));

function span(values: readonly number[]): { middle: number; size: number } {
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return { middle: (least + most) / 2, size: most - least };
}
