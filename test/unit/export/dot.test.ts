import { describe, expect, it } from 'vitest';
import { plainText } from '../../../cli/export/plain-text.ts';
import { consume, GRAPHVIZ, isHere } from '../../helpers/consumer.ts';
import { exportText } from '../../helpers/export-view.ts';
import { hostileView } from '../../helpers/hostile-view.ts';
import { labView } from '../../helpers/lab-view.ts';
import { elements, readXml } from './read-back/read-xml.ts';

const views = { 'a campus': await labView('campus', 40), 'hostile names': hostileView() };

describe.skipIf(!isHere(GRAPHVIZ))('Graphviz, of the DOT export', () => {
  it.each(Object.entries(views))('draws %s: every device, link and port by its name', async (_, view) => {
    const { stdout, stderr } = consume(GRAPHVIZ, ['-Tsvg'], await exportText('dot', view));
    const groups = elements(readXml(stdout), 'g');
    const shown = (kind: string): string[] =>
      groups
        .filter((group) => group.getAttribute('class') === kind)
        .map((group) => elements(group, 'text').map((text) => text.textContent ?? ''))
        .map(line)
        .sort();
    expect(stderr).toBe('');
    expect(shown('node')).toEqual(view.devices.map(({ name }) => line([plainText(name)])).sort());
    expect(shown('edge')).toEqual(
      view.links.map(({ a, b }) => line([plainText(a.port ?? ''), plainText(b.port ?? '')])).sort(),
    );
    expect(groups.flatMap((group) => elements(group, 'a'))).toEqual([]);
  });
});

/** Graphviz draws what is in any order, spaces as ones that do not break, and an empty label as no text at all. */
const line = (texts: readonly string[]): string =>
  JSON.stringify(
    texts
      .map((text) => text.replaceAll('\u00a0', ' '))
      .filter((text) => text !== '')
      .sort(),
  );
