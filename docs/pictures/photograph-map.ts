import { pathToFileURL } from 'node:url';
import { launchChromium } from '../../test/helpers/chromium.ts';

/** The whole map in the browser, with the details of the device beside it to which `keys` lead. */
export async function photographMap(file: string, keys: readonly string[], picture: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 660 }, colorScheme: 'light' });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(pathToFileURL(file).href);
    const map = page.locator('#map:not([aria-busy])');
    for (const key of keys) await map.press(key);
    // The panel takes its room from the map, which has to know it before it is fitted.
    await page.waitForTimeout(300);
    await map.press('0');
    await map.blur();
    await page.waitForTimeout(500);
    await page.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
}
