import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../test/helpers/chromium.ts';
import { labView } from '../test/helpers/lab-view.ts';
import { writeMap } from '../test/helpers/map-page.ts';
import { ms } from './measure.ts';

const NETWORKS = [
  ['campus', 40],
  ['campus', 400],
  ['campus', 2000],
  ['datacenter', 2000],
] as const;
const MOVES = 40;

/**
 * The map in Chromium: how large its file is, when it shows, and how it answers. Times are those of the clock, since the navigation or the
 * key; "busy" is the time of the page's main thread alone, which other programs on the machine do not lengthen: until all is drawn, and
 * for each frame while the mouse moves the map (17 ms is as smooth as a screen can be).
 */
export async function run(): Promise<void> {
  if (findChromium() === undefined) return console.log('passed over: there is no Chromium here');
  const folder = mkdtempSync(path.join(tmpdir(), 'netwalker-bench-'));
  const browser = await launchChromium();
  try {
    console.log(HEAD.map(([title, width]) => title.padStart(width)).join(''));
    for (const [topology, size] of NETWORKS) {
      const name = `${topology}:${size}`;
      const map = await writeMap(folder, `${topology}-${size}`, await labView(topology, size));
      const figures = await measure(browser, map.url);
      const row = [name, `${(map.bytes / 1e6).toFixed(2)} MB`, ...figures];
      console.log(row.map((text, at) => text.padStart(HEAD[at]?.[1] ?? 0)).join(''));
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

const HEAD = [
  ['network', 16],
  ['file', 10],
  ['first paint', 13],
  ['drawn', 10],
  ['busy', 10],
  ['pan: frame, busy', 20],
  ['zoom', 18],
  ['close up', 18],
  ['search', 10],
  ['details', 10],
] as const;

async function measure(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url);
  await page.locator('#map:not([aria-busy])').waitFor();
  const busy = await busyMs(cdp);
  const [paint, drawn] = await page.evaluate<[number, number]>(
    `['first-contentful-paint', 'network-drawn'].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN)`,
  );
  const pan = await frames(page, cdp, () => drag(page));
  const zoom = await frames(page, cdp, () => wheel(cdp));
  for (let press = 0; press < 12; press += 1) await page.locator('#zoom-in').click();
  const closeUp = await frames(page, cdp, () => drag(page));
  const search = await answer(page, () => page.locator('#search').pressSequentially('0'));
  // Everything again, and a click on the box in the middle of the list of devices.
  await page.locator('#search').press('Escape');
  await page.keyboard.press('0');
  await page.waitForTimeout(500);
  const box = await page.evaluate<{ x: number; y: number }>(`(() => {
    const map = document.getElementById('map');
    const { left, top } = map.getBoundingClientRect();
    const nodes = map._cyreg.cy.nodes();
    const { x, y } = nodes[Math.floor(nodes.length / 2)].renderedPosition();
    return { x: x + left, y: y + top };
  })()`);
  const details = await answer(page, () => page.mouse.click(box.x, box.y));
  await page.close();
  return [ms(paint), ms(drawn), ms(busy), pan, zoom, closeUp, ms(search), ms(details)];
}

/** The middle of the frames while `work` goes on, and how long the main thread was busy for each in the mean. */
async function frames(page: Page, cdp: CDPSession, work: () => Promise<void>): Promise<string> {
  await page.evaluate(`{
    const times = (globalThis.frameTimes = []);
    const next = (at) => { times.push(at); if (globalThis.frameTimes === times) requestAnimationFrame(next); };
    requestAnimationFrame(next);
  }`);
  const before = await busyMs(cdp);
  await work();
  const busy = (await busyMs(cdp)) - before;
  const times = await page.evaluate<number[]>(
    'const times = globalThis.frameTimes; globalThis.frameTimes = null; times',
  );
  const lengths = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  lengths.sort((a, b) => a - b);
  return `${ms(lengths[Math.floor(lengths.length / 2)] ?? 0)}, ${ms(busy / Math.max(1, lengths.length))}`;
}

/** What the main thread has worked since the page was opened. */
async function busyMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** From the event of a key or button to the frame that shows the panel filled. */
async function answer(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(`{
    let start = 0;
    const begin = (event) => { start ||= event.timeStamp; };
    for (const type of ['mousedown', 'keydown']) addEventListener(type, begin, { capture: true, once: true });
    const panel = document.getElementById('panel');
    globalThis.answered = new Promise((resolve) => {
      const filled = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
      new MutationObserver(filled).observe(panel, { childList: true });
    });
    null;
  }`);
  await work();
  return page.evaluate<number>('globalThis.answered');
}

/** Across the map, by a corner where no device is. */
async function drag(page: Page): Promise<void> {
  await page.mouse.move(60, 860);
  await page.mouse.down();
  for (let step = 1; step <= MOVES; step += 1) await page.mouse.move(60 + 6 * step, 860 - 4 * step);
  await page.mouse.up();
}

async function wheel(cdp: CDPSession): Promise<void> {
  for (let step = 0; step < MOVES; step += 1) {
    const deltaY = step < MOVES / 2 ? -60 : 60;
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 800, y: 500, deltaX: 0, deltaY });
  }
}
