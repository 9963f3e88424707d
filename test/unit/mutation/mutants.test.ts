import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { MUTANTS } from '../../mutation/mutants.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

it.each(MUTANTS)('the mutant without $without still has its place, and its test', ({ file, find, test }) => {
  expect(read(file).split(find)).toHaveLength(2);
  expect(read(test)).not.toBe('');
});

it('docs/testing.md says which test notices which', () => {
  const docs = read('docs/testing.md');
  for (const { without, fails } of MUTANTS) {
    expect(docs).toContain(`| ${without} (`);
    expect(docs).toContain(fails);
  }
});
