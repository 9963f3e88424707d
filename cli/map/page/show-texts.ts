import type { NodeSingular } from 'cytoscape';
import { shownNodes, type Drawing } from './draw-network.ts';
import { NAMES_ABOVE, PORTS_ABOVE } from './drawing-style.ts';
import type { Filter } from './filter-devices.ts';
import { chooseLandmarks } from './landmarks.ts';
import type { Network } from './network.ts';
import { placePorts } from './port-places.ts';
import { boxLabel } from './visible-text.ts';

/** After the last movement. */
const SETTLED_MS = 120;
/** Names of landmarks are chosen anew when they have grown or shrunk by so much. */
const RESIZED = 1.25;
/** A landmark's name on the screen, in pixels. */
const LANDMARK_PIXELS = 11;

/**
 * Gives texts to what is in view and large enough on the screen; ports only close up. Who has got a text keeps it. From afar, where no name fits
 * its box, the devices with the most links are named above theirs, as many as there is room for.
 */
export function showTexts(network: Network, drawing: Drawing, filter: Filter): void {
  const { cy } = drawing;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let landmarksAt = 0;
  const update = (): void => {
    const isFar = cy.zoom() <= NAMES_ABOVE;
    cy.batch(() => {
      if (!isFar) nameInView(drawing);
      const wanted = isFar ? cy.zoom() : 0;
      const ratio = wanted / landmarksAt;
      if (wanted === landmarksAt || (ratio < RESIZED && ratio > 1 / RESIZED)) return;
      landmarksAt = wanted;
      nameLandmarks(network, drawing, isFar);
    });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(update, SETTLED_MS);
  };
  cy.on('viewport resize', soon);
  filter.onChange(() => {
    landmarksAt = 0;
    soon();
  });
}

function nameInView({ cy }: Drawing): void {
  const { x1, x2, y1, y2 } = cy.extent();
  const near = cy.nodes().filter((node) => {
    const { x, y } = node.position();
    return x > x1 - 100 && x < x2 + 100 && y > y1 - 50 && y < y2 + 50;
  });
  near.addClass('named');
  if (cy.zoom() <= PORTS_ABOVE) return;
  const edges = near.connectedEdges().not('.named');
  for (const node of edges.connectedNodes().toArray()) placePorts(node);
  edges.addClass('named');
}

function nameLandmarks(network: Network, drawing: Drawing, isFar: boolean): void {
  const { cy } = drawing;
  cy.nodes('.landmark').removeClass('landmark');
  if (!isFar) return;
  const landmarkSize = LANDMARK_PIXELS / cy.zoom();
  const chosen = chooseLandmarks(
    shownNodes(cy).map((node) => candidate(node, network, drawing)),
    landmarkSize,
  );
  for (const id of chosen) cy.getElementById(id).data({ landmarkSize }).addClass('landmark');
}

function candidate(node: NodeSingular, network: Network, { deviceOf }: Drawing) {
  const device = deviceOf(node);
  const weight = device === undefined ? 0 : (network.linksOf.get(device.id)?.length ?? 0);
  return { id: node.id(), at: node.position(), text: device === undefined ? '' : boxLabel(device), weight };
}
