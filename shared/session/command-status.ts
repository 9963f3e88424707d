import type { Platform } from '../platform/platform.ts';

/** A refusal stands in the first lines: text deeper in an output is its content. */
const HEAD = 1000;

/** Whether a device refused a command, by its platform's own words. */
export function statusOf(output: string, platform: Platform): 'ok' | 'rejected' {
  const head = output.slice(0, HEAD);
  return platform.rejected.some((pattern) => pattern.test(head)) ? 'rejected' : 'ok';
}
