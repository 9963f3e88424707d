import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Real sockets and embedded engines: a file at a time per core, and a failing seed is printed by fast-check.
    pool: 'forks',
    // Vitest leaves a core to itself, which on two cores means one file at a time: most of a test here is waiting.
    maxWorkers: 3,
    reporters: ['default', './test/reporter/totals.ts'],
  },
});
