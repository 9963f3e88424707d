import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../../shared/platform/platforms.ts';
import { parseOutput } from '../../../shared/steps/parse-output.ts';
import { corpusComparer, hasCorpus, readCorpus } from './corpus.ts';

if (!hasCorpus)
  console.warn('The corpus of real outputs is not beside this checkout (../shared/corpus): not compared.');

describe.skipIf(!hasCorpus)('real outputs', () => {
  const cases = hasCorpus ? readCorpus() : [];

  it.each(PLATFORMS.filter(({ id }) => cases.some((one) => one.platform === id)).map(({ id }) => id))(
    'of %s state what a careful reader says',
    async (platform) => {
      const compare = await corpusComparer();
      const wrong = cases
        .filter((one) => one.platform === platform)
        .map(({ name, command, expected, raw }) => {
          const output = parseOutput(platform, command, raw);
          // The corpus has nothing else.
          const read = 'facts' in output ? output.facts : 'neighbors' in output ? output.neighbors : [];
          return { name, wrong: compare(expected, read) };
        })
        .filter((one) => one.wrong.length > 0);
      expect(wrong).toEqual([]);
    },
  );
});
