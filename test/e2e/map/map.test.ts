import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOut } from '../../../cli/map/layout/lay-out.ts';
import { safeText } from '../../../cli/render/safe-text.ts';
import type { NetworkView } from '../../../shared/model/network-view.ts';
import { findChromium, launchChromium } from '../../helpers/chromium.ts';
import { HOSTILE_NAMES } from '../../helpers/hostile-names.ts';
import { hostileView } from '../../helpers/hostile-view.ts';
import { labView } from '../../helpers/lab-view.ts';
import { openMap, type DrawnElement, type OpenMap } from './map-in-browser.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn('the map is not tried in a browser: no chromium here');

let browser: Browser;
beforeAll(async () => {
  if (chromium !== undefined) browser = await launchChromium();
});
afterAll(() => browser?.close());

describe.skipIf(chromium === undefined)('the map of a campus', () => {
  let map: OpenMap;
  let view: NetworkView;
  beforeAll(async () => {
    view = marked(
      await labView('campus', 40, {
        failed: (name) => name === 'acc-013',
        told: (name) => name === 'srv-01',
      }),
    );
    map = await openMap(browser, view);
  });

  it('says what it shows', async () => {
    expect(await map.page.title()).toBe('Network lab - netwalker');
    expect(await map.page.locator('#counts').textContent()).toContain(
      `40 devices, ${view.links.length} links`,
    );
    expect(await text(map, '#legend')).toMatch(
      /could not be visited \(1\).*not visited, only told of \(1\)/s,
    );
    expect(await text(map, '#legend')).toMatch(/one-sided \(\d+\).*conflicting \(1\)/s);
  });

  it('has every device where it was laid out', async () => {
    const drawn = (await map.elements()).filter(({ source }) => source === null);
    const laidOut = [...layOut(view).values()].map(({ x, y }) => `${x} ${y}`);
    expect(drawn.map(({ at }) => at).sort()).toEqual(laidOut.sort());
  });

  it('draws parallel links apart', async () => {
    const cores = (await map.elements()).filter(
      ({ source, target }) => source === 'core-1' && target === 'core-2',
    );
    expect(cores.length).toBeGreaterThan(1);
    expect(new Set(cores.map(({ control }) => control)).size).toBe(cores.length);
  });

  it('marks what is one-sided, conflicting, failed and not visited', async () => {
    const elements = await map.elements();
    const [confirmed] = having(elements, 'confirmed');
    const [conflicting] = having(elements, 'conflicting');
    for (const link of having(elements, 'one-sided')) expect(link.lineStyle).toBe('dashed');
    expect(confirmed?.lineStyle).toBe('solid');
    expect(conflicting?.fill).not.toBe(confirmed?.fill);
    const [told, failed, visited] = [
      find(elements, 'srv-01'),
      find(elements, '✕ acc-013'),
      find(elements, 'acc-003'),
    ];
    expect(told.lineStyle).toBe('dashed');
    expect(isGrey(told.fill)).toBe(true);
    expect(isGrey(visited.fill)).toBe(false);
    expect(failed.fill).not.toBe(visited.fill);
  });

  it('shows a device and its ports when it is clicked, and a link with both ports from there', async () => {
    await click(map, 'dist-1a');
    expect(await text(map, '#panel h2')).toContain('dist-1a');
    expect(await text(map, '#panel')).toMatch(/Platform.*cisco_ios.*Serial.*Ports.*Neighbor/s);
    const row = map.page.locator('#panel tbody tr').filter({ hasText: 'core-1' }).first();
    const ports = [row.locator('td').nth(0), row.locator('td').nth(2)];
    const [here, there] = await Promise.all(ports.map((port) => port.getAttribute('title')));
    await row.getByRole('button', { name: 'confirmed' }).click();
    expect(await text(map, '#panel h2')).toMatch(/core-1.* — .*dist-1a|dist-1a.* — .*core-1/);
    const cells = await map.page.locator('#panel tbody td:nth-child(2)').allTextContents();
    expect(cells.sort()).toEqual([here, there].sort());
  });

  it('shows all at 0, also when the view is still on its way to what was selected', async () => {
    const places = async () =>
      (await map.elements()).map(({ label, x, y }) => ({ label, x: Math.round(x), y: Math.round(y) }));
    await click(map, 'dist-2a');
    await map.page.locator('#map').focus();
    await map.page.keyboard.press('ArrowDown');
    await map.moving();
    await map.page.keyboard.press('0');
    const hasty = await places();
    await map.page.keyboard.press('0');
    expect(hasty).toEqual(await places());
  });

  it('says why a device could not be visited, and what to do', async () => {
    await map.page.keyboard.press('Escape');
    await map.page.keyboard.press('0');
    await click(map, '✕ acc-013');
    expect(await text(map, '#panel .failure')).toMatch(
      /auth-failed.*the device refused the login of ops.*What to do/s,
    );
  });

  it('shows the details of a link that is clicked', async () => {
    await map.page.keyboard.press('Escape');
    const [link] = having(await map.elements(), 'conflicting');
    await map.page.mouse.click(link!.x, link!.y);
    expect(await text(map, '#panel')).toMatch(/conflicting: the other end says/);
    await map.page.locator('#panel .close').click();
    expect(await map.page.locator('#panel').isHidden()).toBe(true);
  });

  it('finds by name from the keyboard, and Enter selects', async () => {
    await map.page.locator('#map').focus();
    await map.page.keyboard.press('/');
    await map.page.keyboard.type('core-');
    expect(await text(map, '#panel h2')).toBe('2 found');
    await expect.poll(async () => find(await map.elements(), 'acc-003').opacity).toBeLessThan(0.5);
    expect(find(await map.elements(), 'core-2').opacity).toBe(1);
    await map.page.keyboard.press('Enter');
    await map.page.keyboard.press('Enter');
    expect(await text(map, '#panel h2')).toContain('core-2');
    await expect.poll(async () => find(await map.elements(), 'core-2').classes).toContain('chosen');
    await map.page.keyboard.press('Escape');
    await expect.poll(async () => find(await map.elements(), 'acc-003').opacity).toBe(1);
  });

  it('walks over the map with arrows, Enter, Escape and Tab', async () => {
    await map.page.keyboard.press('Escape');
    await map.page.keyboard.press('ArrowDown');
    expect(await text(map, '#panel h2')).toContain('core-1');
    await map.page.keyboard.press('ArrowRight');
    expect(await text(map, '#panel h2')).toContain('core-2');
    expect(await text(map, '#said')).toMatch(/^core-2.*links\. Enter for details\.$/);
    await map.page.keyboard.press('ArrowDown');
    expect(await text(map, '#panel h2')).toContain('dist-');
    await map.page.keyboard.press('Enter');
    await map.page.keyboard.press('Tab');
    expect(await map.page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Close');
    await map.page.keyboard.press('Escape');
    expect(await map.page.locator('#panel').isHidden()).toBe(true);
  });

  it.each([
    ['site', /^srv/, /^srv/],
    ['platform', /^cisco_nxos/, /^core/],
    ['status', /^failed/, /acc-013/],
  ])('hides what the filter of %s leaves out, with its links', async (key, option, names) => {
    const select = map.page.locator(`#${key}`);
    const label = (await select.locator('option').allTextContents()).find((each) => option.test(each));
    await select.selectOption({ label: label! });
    const shown = (await map.elements()).filter(({ isShown }) => isShown);
    const devices = shown.filter(({ source }) => source === null);
    expect(devices.length).toBeGreaterThan(0);
    for (const device of devices) expect(device.label).toMatch(names);
    for (const { source } of shown) if (source !== null) expect(source).toMatch(names);
    expect(await text(map, '#counts')).toContain(`${devices.length} of 40 devices`);
    await select.selectOption({ label: 'all' });
  });

  it('is a table too', async () => {
    await map.page.keyboard.press('Escape');
    await map.page.locator('#map').press('t');
    expect(await map.page.locator('#table tbody tr').count()).toBe(40);
    await map.page.keyboard.press('t');
    expect(await map.page.locator('#map').isVisible()).toBe(true);
  });

  it('is dark where the system is', async () => {
    const light = await colors(map);
    await prefer(map, 'dark');
    const dark = await colors(map);
    expect(brightness(light.back)).toBeGreaterThan(200);
    expect(brightness(dark.back)).toBeLessThan(50);
    expect(dark.box).not.toBe(light.box);
    await prefer(map, 'light');
  });

  it('prints the whole map in light colors', async () => {
    await prefer(map, 'dark');
    await map.page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await map.page.emulateMedia({ media: 'print' });
    expect(brightness((await colors(map)).back)).toBe(255);
    expect(await map.page.locator('#paper canvas').isVisible()).toBe(true);
    for (const id of ['#tools', '#map', '.buttons']) expect(await map.page.locator(id).isHidden()).toBe(true);
    await map.page.emulateMedia({ media: 'screen' });
    await map.page.evaluate('dispatchEvent(new Event("afterprint"))');
    await map.page.locator('html[data-theme=dark]').waitFor();
    expect(await map.page.locator('#paper canvas').count()).toBe(0);
  });

  it('did nothing that it should not', () => expect(map.wrong).toEqual([]));
});

describe.skipIf(chromium === undefined)('the map of hostile devices', () => {
  let map: OpenMap;
  beforeAll(async () => {
    map = await openMap(browser, hostileView());
  });

  it('shows every name as text, on the map and in the table', async () => {
    await map.page.keyboard.press('t');
    const names = await map.page.locator('#table tbody th').allTextContents();
    const shown = HOSTILE_NAMES.map(({ text: name }) => (name === '' ? '-' : safeText(name)));
    expect(names.sort()).toEqual(shown.sort());
    await map.page.keyboard.press('t');
    const labels = (await map.elements()).map(({ label }) => label);
    expect(labels).toContain('<img src=x onerror=alert(1)>');
    expect(labels.filter((label) => /[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/.test(label))).toEqual([]);
  });

  it('shows its details as text, with markup in none of them', async () => {
    for (const query of ['<img src=x', '</title>', '<iframe', '\\"']) {
      await map.page.locator('#search').fill(query);
      await map.page.locator('#search').press('Enter');
      expect(await text(map, '#panel h2')).toContain(query);
    }
    for (const tag of ['img', 'iframe', 'svg[onload]', 'b', 'i', 'u', 'script:not(body > script)', 'a'])
      expect([tag, await map.page.locator(`body ${tag}`).count()]).toEqual([tag, 0]);
  });

  it('filters by a hostile site', async () => {
    await map.page.locator('#search').fill('');
    const site = map.page.locator('#site');
    const option = site.locator('option').filter({ hasText: '<script>alert(1)</script>' }).first();
    await site.selectOption(await option.getAttribute('value'));
    expect(await text(map, '#counts')).toContain('1 of');
  });

  it('did nothing that it should not', () => expect(map.wrong).toEqual([]));
});

/** The same with one link conflicting. */
function marked(view: NetworkView): NetworkView {
  const at = view.links.findIndex(
    ({ status, a, b }) => status === 'confirmed' && `${a.device}${b.device}`.includes('acc-002'),
  );
  return {
    ...view,
    links: view.links.map((link, index) => (index === at ? { ...link, status: 'conflicting' } : link)),
  };
}

const text = async ({ page }: OpenMap, selector: string): Promise<string> =>
  page.locator(selector).first().innerText();
const having = (elements: readonly DrawnElement[], name: string): DrawnElement[] =>
  elements.filter(({ classes }) => classes.includes(name));
function find(elements: readonly DrawnElement[], label: string): DrawnElement {
  const found = elements.find((each) => each.label === label);
  if (!found) throw new Error(`no ${label} is drawn`);
  return found;
}

async function click(map: OpenMap, label: string): Promise<void> {
  const { x, y } = find(await map.elements(), label);
  await map.page.mouse.click(x, y);
}

async function colors(map: OpenMap): Promise<{ back: string; box: string }> {
  const back = await map.page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  return { back, box: find(await map.elements(), 'acc-003').fill };
}

/** As the system tells the page that its owner wants it. */
async function prefer({ page }: OpenMap, colorScheme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
}

const channels = (color: string): number[] => (color.match(/\d+/g) ?? []).slice(0, 3).map(Number);
const brightness = (color: string): number => channels(color).reduce((sum, each) => sum + each, 0) / 3;
const isGrey = (color: string): boolean => Math.max(...channels(color)) - Math.min(...channels(color)) < 12;
