import { fitAll, type Drawing } from './draw-network.ts';
import { byId } from './element.ts';
import { nextDevice, type Direction } from './next-device.ts';
import type { Selection } from './selection.ts';
import type { Table } from './table.ts';

interface Parts {
  readonly drawing: Drawing;
  readonly selection: Selection;
  readonly table: Table;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const ZOOM_STEP = 1.3;

/** Keys that work everywhere but in a field, arrows and Enter on the map; the buttons do the same. */
export function listenToKeys({ drawing, selection, table }: Parts): void {
  const zoomBy = (factor: number): void => zoom(drawing, factor);
  byId('zoom-in').addEventListener('click', () => zoomBy(ZOOM_STEP));
  byId('zoom-out').addEventListener('click', () => zoomBy(1 / ZOOM_STEP));
  byId('fit').addEventListener('click', () => fitAll(drawing));

  const actions: Readonly<Record<string, () => void>> = {
    '/': () => byId('search').focus(),
    '+': () => zoomBy(ZOOM_STEP),
    '=': () => zoomBy(ZOOM_STEP),
    '-': () => zoomBy(1 / ZOOM_STEP),
    '0': () => fitAll(drawing),
    t: () => table.toggle(),
    Escape: () => {
      selection.choose(null);
      byId('map').focus();
    },
  };
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[event.key] ?? mapAction(event, drawing, selection);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function mapAction(event: KeyboardEvent, drawing: Drawing, selection: Selection): (() => void) | null {
  if (event.target !== byId('map')) return null;
  if (event.key === 'Enter') return () => byId('panel').focus();
  const direction = DIRECTIONS[event.key];
  if (!direction) return null;
  return () => {
    const device = nextDevice(drawing, selection.current(), direction);
    if (device) selection.choose({ device }, { bring: true });
  };
}

function zoom({ cy }: Drawing, factor: number): void {
  const middle = { x: cy.width() / 2, y: cy.height() / 2 };
  cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle });
}
