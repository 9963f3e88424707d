import cytoscape, { type Core, type ElementDefinition } from 'cytoscape';
import type { MapDevice, MapLink } from '../map-data.ts';
import type { Colors } from './color-devices.ts';
import { drawingStyle } from './drawing-style.ts';
import { byId } from './element.ts';
import type { Network } from './network.ts';
import { mix, THEMES, type Theme } from './palette.ts';
import { shortPort } from './short-port.ts';
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

export function drawNetwork(network: Network, colors: Colors): Drawing {
  const nodeIds = new Map(network.devices.map(({ id }, index) => [id, `d${index}`]));
  const edgeIds = new Map(network.links.map((link, index) => [link, `l${index}`]));
  const cy = cytoscape({
    container: byId('map'),
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
    const classes = status === 'visited' ? (failure ? 'warned' : '') : status;
    return {
      group: 'nodes',
      data: { id: `d${index}`, label: boxLabel(device) },
      position: { x, y },
      classes,
    };
  }

  function toEdge(link: MapLink, index: number): ElementDefinition | null {
    const [source, target] = [nodeIds.get(link.a.id), nodeIds.get(link.b.id)];
    if (source === undefined || target === undefined) return null;
    const data = { id: `l${index}`, source, target, a: shortPort(link.a.port), b: shortPort(link.b.port) };
    return { group: 'edges', data, classes: link.status };
  }

  function paint(theme: Theme): void {
    cy.batch(() => {
      for (const [index, device] of network.devices.entries()) {
        const color = colors.of(device);
        cy.getElementById(`d${index}`).data({ color, fill: mix(color, theme.back, theme.tint) });
      }
    });
    cy.style(drawingStyle(theme));
  }
}

export const currentTheme = (): Theme =>
  THEMES[document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'];

/** Everything that is shown, in the window; a small network is not blown up to fill it. */
export function fitAll({ cy }: Pick<Drawing, 'cy'>): void {
  cy.resize();
  cy.fit(cy.elements(':visible'), MARGIN);
  if (cy.zoom() > 1) cy.zoom(1).center(cy.elements(':visible'));
}
