import type { MapDevice, MapLink } from '../map-data.ts';
import type { Drawing } from './draw-network.ts';

/** The one device or link that is looked at. */
export type Selected = { readonly device: MapDevice } | { readonly link: MapLink } | null;

export interface Selection {
  readonly current: () => Selected;
  /** `bring` moves the map so that it can be seen. */
  readonly choose: (selected: Selected, how?: { readonly bring?: boolean }) => void;
  readonly onChange: (listener: (selected: Selected) => void) => void;
}

const READABLE_ZOOM = 0.9;

export function makeSelection(drawing: Drawing): Selection {
  const { cy } = drawing;
  const listeners: ((selected: Selected) => void)[] = [];
  let current: Selected = null;
  let frame = 0;

  const show = (bring: boolean): void => {
    cy.batch(() => {
      cy.elements('.near, .chosen').removeClass('near chosen');
      mark(current, drawing);
    });
    if (bring) bringIntoView(current, drawing);
  };
  const choose: Selection['choose'] = (selected, { bring = false } = {}) => {
    current = selected;
    for (const listener of listeners) listener(selected);
    // The details are painted first: to draw a large network anew takes longer.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => setTimeout(() => show(bring)));
  };
  cy.on('tap', ({ target }: { target: unknown }) => {
    if (target === cy) choose(null);
  });
  cy.on('tap', 'node', ({ target }: { target: Parameters<Drawing['deviceOf']>[0] }) => {
    const device = drawing.deviceOf(target);
    choose(device ? { device } : null);
  });
  cy.on('tap', 'edge', ({ target }: { target: Parameters<Drawing['linkOf']>[0] }) => {
    const link = drawing.linkOf(target);
    choose(link ? { link } : null);
  });
  return { current: () => current, choose, onChange: (listener) => listeners.push(listener) };
}

function mark(selected: Selected, drawing: Drawing): void {
  if (selected === null) return;
  if ('link' in selected) {
    drawing.edgeOf(selected.link).addClass('near');
    for (const { id } of [selected.link.a, selected.link.b]) drawing.nodeOf(id).addClass('near');
    return;
  }
  const node = drawing.nodeOf(selected.device.id);
  node.neighborhood().addClass('near');
  node.addClass('chosen');
}

function bringIntoView(selected: Selected, { cy, nodeOf, edgeOf }: Drawing): void {
  if (selected === null) return;
  const item = 'link' in selected ? edgeOf(selected.link) : nodeOf(selected.device.id);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  cy.stop(true);
  cy.animate({
    center: { eles: item },
    zoom: Math.max(cy.zoom(), READABLE_ZOOM),
    duration: calm ? 0 : 180,
  });
}
