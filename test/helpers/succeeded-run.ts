import type { Run } from '../../shared/model/run.ts';

const AT = Date.UTC(2026, 10, 24, 8, 30);

/** A run that went well, without a network behind it: for what is made of a view. */
export const SUCCEEDED_RUN: Run = {
  runId: 'run-1',
  network: 'lab',
  status: 'succeeded',
  settings: {
    network: 'lab',
    seeds: ['10.0.0.1'],
    scope: ['10.0.0.0/8'],
    exclude: [],
    port: 22,
    maxDepth: null,
    concurrency: 50,
    probeTimeoutSeconds: 20,
    filters: { includeNames: [], excludeNames: [], excludePlatforms: [] },
    leaks: { coolDown: 5, abort: 20 },
    lines: { retries: 2, retryAfterSeconds: 60 },
    auth: { failuresInARow: 3, pauseSeconds: 60 },
    reclaim: false,
    keepRaw: false,
  },
  startedAt: AT - 60_000,
  endedAt: AT,
  waves: 4,
};
