import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import LongestFirst from './test/reporter/longest-first.ts';

// The workers of local walks load the same libraries over and over: compiled once is enough.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('node_modules/.cache/node-compile', import.meta.url),
);

/** What keeps nothing between files, and may load what it tests once for many of them. */
const ALONE = ['test/architecture', 'test/unit', 'test/property'].map((folder) => `${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    // Nothing here is about time: these are for what hangs, on the busiest of machines.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Real sockets and embedded engines: a failing seed is printed by fast-check.
    pool: 'forks',
    // Vitest leaves a core to itself, which on two cores means one file at a time: most of a test here is waiting.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './test/reporter/totals.ts'],
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE, isolate: false } },
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE } },
    ],
  },
});
