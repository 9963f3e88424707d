import type { FunctionName } from '../shared/names.ts';

/** Where each function lives below `functions/`; the deployed name ends in the same word. */
export const FUNCTION_FOLDERS = {
  startRun: 'start-run',
  planWave: 'plan-wave',
  probeDevice: 'probe-device',
  reapSessions: 'reap-sessions',
  reclaimSession: 'reclaim-session',
  finishRun: 'finish-run',
} as const satisfies Record<FunctionName, string>;
