import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { NetworkView } from '../../../shared/model/network-view.ts';
import { writeMap } from '../../helpers/map-page.ts';

/** A map in a browser, with everything that it should not do written down. */
export interface OpenMap {
  readonly page: Page;
  /** Errors and warnings on the console, errors that nobody caught, dialogs, requests for anything but the file itself. */
  readonly wrong: readonly string[];
  /** What cytoscape has of an element: read only, everything is done with mouse and keyboard. */
  readonly elements: () => Promise<readonly DrawnElement[]>;
  /** Until the view moves. */
  readonly moving: () => Promise<void>;
}

export interface DrawnElement {
  readonly id: string;
  readonly classes: readonly string[];
  readonly isShown: boolean;
  readonly label: string;
  readonly lineStyle: string;
  readonly opacity: number;
  readonly fill: string;
  /** Of a device: x and y on the map, as it was laid out. */
  readonly at: string;
  /** On the screen, in pixels of the page. */
  readonly x: number;
  readonly y: number;
  /** Of a link: the points that its curve is drawn to, in units of the map. */
  readonly control: string;
  readonly source: string | null;
  readonly target: string | null;
}

export async function openMap(browser: Browser, view: NetworkView): Promise<OpenMap> {
  const folder = mkdtempSync(join(tmpdir(), 'netwalker-map-'));
  const { url } = await writeMap(folder, 'map', view);
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, colorScheme: 'light' });
  page.setDefaultTimeout(10_000);
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== url) wrong.push(`request: ${request.url()}`);
  });
  await page.route(/^(?!file:)/, (route) => route.abort());
  await page.goto(url);
  await page.locator('#map:not([aria-busy])').waitFor();
  rmSync(folder, { recursive: true });
  return {
    page,
    wrong,
    elements: () => page.evaluate<DrawnElement[]>(READ_ELEMENTS),
    moving: () => page.evaluate<undefined>(AWAIT_MOVE),
  };
}

const AWAIT_MOVE = `(async () => {
  const { cy } = document.getElementById('map')._cyreg;
  while (!cy.animated()) await new Promise(requestAnimationFrame);
})()`;

/** cytoscape works out styles when it draws; the view moves for a while. */
const READ_ELEMENTS = `(async () => {
  const map = document.getElementById('map');
  for (let still = 0; still < 2; still = map._cyreg.cy.animated() ? 0 : still + 1) await new Promise(requestAnimationFrame);
  const { left, top } = map.getBoundingClientRect();
  return map._cyreg.cy.elements().map((each) => {
    const { x, y } = each.isNode() ? each.renderedPosition() : (each.renderedMidpoint() ?? { x: 0, y: 0 });
    return {
      id: each.id(),
      classes: each.classes(),
      isShown: each.visible(),
      label: each.data('label') ?? each.data('a') + ' - ' + each.data('b'),
      lineStyle: each.isEdge() ? each.style('line-style') : each.style('border-style'),
      opacity: Number(each.style('opacity')),
      fill: each.isNode() ? each.style('background-color') : each.style('line-color'),
      at: each.isNode() ? each.position().x + ' ' + each.position().y : '',
      x: x + left,
      y: y + top,
      control: each.isEdge() ? JSON.stringify([each.sourceEndpoint(), each.controlPoints() ?? [], each.targetEndpoint()]) : '',
      source: each.isEdge() ? each.source().data('label') : null,
      target: each.isEdge() ? each.target().data('label') : null,
    };
  });
})()`;
