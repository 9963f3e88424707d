import { announce } from './announce.ts';
import { colorDevices } from './color-devices.ts';
import { drawNetwork, fitAll } from './draw-network.ts';
import { byId } from './element.ts';
import { filterDevices } from './filter-devices.ts';
import { hideFiltered } from './hide-filtered.ts';
import { listenToKeys } from './keys.ts';
import { showLegend } from './legend.ts';
import { readNetwork } from './network.ts';
import { showPanel } from './panel.ts';
import { printLight } from './print-light.ts';
import { savePositions } from './save-positions.ts';
import { searchDevices } from './search-devices.ts';
import { makeSelection } from './selection.ts';
import { showTexts } from './show-texts.ts';
import { showTable } from './table.ts';
import { makeTheme } from './theme.ts';
import { showTitle } from './title.ts';

const network = readNetwork();
const theme = makeTheme();
const colors = colorDevices(network);
const filter = filterDevices(network);
showTitle(network, filter);
showLegend(network, colors);

// Title and legend are painted first: a large network takes longer.
requestAnimationFrame(() => setTimeout(draw));

function draw(): void {
  const drawing = drawNetwork(network, colors, theme.current());
  hideFiltered(network, drawing, filter);
  const selection = makeSelection(drawing);
  const table = showTable({ network, filter, selection });
  showPanel(network, selection);
  announce(network, selection);
  searchDevices({ network, drawing, filter, selection });
  theme.onChange(drawing.paint);
  colors.onChange(() => drawing.paint(theme.current()));
  printLight(drawing, theme);
  savePositions(network, drawing);
  listenToKeys({ drawing, selection, table });
  showTexts(network, drawing, filter);
  fitAll(drawing);
  drawing.cy.one('render', () => {
    byId('map').removeAttribute('aria-busy');
    performance.mark('network-drawn');
  });
}
