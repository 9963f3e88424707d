import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../cli/export/plain-text.ts';
import { findChromium, launchChromium } from '../../helpers/chromium.ts';
import { exportText } from '../../helpers/export-view.ts';
import { HOSTILE_NAMES } from '../../helpers/hostile-names.ts';
import { hostileView } from '../../helpers/hostile-view.ts';
import { labView } from '../../helpers/lab-view.ts';

const hasChromium = findChromium() !== undefined;
if (!hasChromium) console.warn('No chromium here: what Mermaid would draw in it is passed over.');

describe('the Mermaid export', () => {
  it('refuses what Mermaid would not draw, and says what to do', async () => {
    const many = hostileView(Array.from({ length: 501 }, (_, at) => `sw-${at}`));
    await expect(exportText('mermaid', many)).rejects.toThrow(
      /^the network lab has \d+ links, and Mermaid draws up to 500 links: narrow it with --site, --name or --platform, or take --format drawio or dot$/,
    );
    const long = hostileView(Array.from({ length: 200 }, (_, at) => `${'<'.repeat(60)}${at}`));
    await expect(exportText('mermaid', long)).rejects.toThrow(
      /^the network lab has \d+ characters of text, and Mermaid draws up to 50000 characters: /,
    );
  });

  it('marks devices that were not visited, and how sure a link is', async () => {
    const text = await exportText(
      'mermaid',
      await labView('campus', 10, { failed: (name) => name === 'srv-01' }),
    );
    expect(text).toMatch(/^ {2}class n\d+ failed$/m);
    expect(text).toMatch(/ -\.-\|/);
    expect(text).toMatch(/ ---\|/);
  });

  it.skipIf(!hasChromium)(
    'is drawn by Mermaid: hostile names are the texts of boxes, and nothing of them acts',
    async () => {
      const whole = hostileView();
      // A line with a label costs Mermaid ten times what a box does.
      const view = {
        ...whole,
        links: whole.links.filter((_, at) => TRIED_ON_LINKS.has(HOSTILE_NAMES[at]?.what ?? '')),
      };
      const drawn = await draw(await exportText('mermaid', view));
      expect(drawn.boxes).toEqual(view.devices.map(({ name }) => shown(name)));
      expect(drawn.lines).toBe(view.links.length);
      expect(drawn.labels).toEqual(view.links.map(({ a, b }) => `${shown(a.port)} · ${shown(b.port)}`));
      expect(drawn).toMatchObject({ acting: [], dialogs: [], requests: [] });
    },
  );
});

const TRIED_ON_LINKS = new Set(['HTML', 'a character reference', 'Mermaid', 'nothing']);

/** As Mermaid shows it: the ligature that it keeps its own escapes with as two letters, and one mark for nothing. */
function shown(text: string | null): string {
  const plain = plainText(text ?? '')
    .replaceAll('ﬂ', 'fl')
    .replaceAll('¶ß', ';');
  return plain.trim() === '' ? '-' : plain;
}

interface Drawn {
  readonly boxes: readonly string[];
  readonly labels: readonly string[];
  readonly lines: number;
  /** Elements that no text of ours should become. */
  readonly acting: readonly string[];
}

async function draw(
  text: string,
): Promise<Drawn & { dialogs: readonly string[]; requests: readonly string[] }> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const dialogs: string[] = [];
    const requests: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => requests.push(request.url()));
    await page.setContent('<div id="out"></div>');
    await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('@mermaid-js/tiny')) });
    const drawn: Drawn = await page.evaluate(IN_PAGE(text));
    return { ...drawn, dialogs, requests };
  } finally {
    await browser.close();
  }
}

/** Mermaid as a page has it that says nothing of its configuration. */
const IN_PAGE = (text: string): string => `(async () => {
  mermaid.initialize({ startOnLoad: false });
  const { svg } = await mermaid.render('drawn', ${JSON.stringify(text)});
  const out = document.getElementById('out');
  out.innerHTML = svg;
  const texts = (selector) => [...out.querySelectorAll(selector)].map((each) => each.textContent);
  return {
    boxes: texts('.node'),
    labels: texts('g.edgeLabel').filter((label) => label !== ''),
    lines: out.querySelectorAll('path.flowchart-link').length,
    acting: [...out.querySelectorAll('img,script,iframe,a,b,i,em,strong,br,li,h1,svg svg,[onerror],[onload]')].map((each) => each.outerHTML),
  };
})()`;
