import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { withReference } from '../../../docs/platform-reference.ts';
import { TESTED_AGAINST } from '../../../docs/tested-against.ts';
import { PLATFORMS } from '../../../shared/platform/platforms.ts';
import { hasCorpus, readCorpus } from '../parse/corpus.ts';

const PAGE = new URL('../../../docs/platforms.md', import.meta.url);

describe('docs/platforms.md', () => {
  it('is what the data of the platforms says: node docs/make-platforms.ts', async () => {
    const page = await readFile(PAGE, 'utf8');
    const made = await format(withReference(page), { ...(await resolveConfig(PAGE)), parser: 'markdown' });
    expect(page).toBe(made);
  });

  it('says of each platform, and of no other, what it was tried on', () => {
    expect(Object.keys(TESTED_AGAINST).sort()).toEqual(PLATFORMS.map(({ id }) => id).sort());
  });

  it.skipIf(!hasCorpus)('counts the outputs of the corpus', () => {
    const counted: Record<string, [number, number]> = {};
    for (const { id } of PLATFORMS) counted[id] = [0, 0];
    for (const { name, platform } of readCorpus()) {
      const counts = counted[platform];
      if (counts) counts[name.startsWith('neighbors') ? 0 : 1] += 1;
    }
    const said = Object.entries(TESTED_AGAINST).map(([id, { corpus }]) => [id, [...corpus]]);
    expect(Object.fromEntries(said)).toEqual(counted);
  });
});
