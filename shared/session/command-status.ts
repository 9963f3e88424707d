import type { Platform } from '../platform/platform.ts';

/** A refusal stands in the first lines: text deeper in an output is its content. */
const HEAD = 1000;

/** Whether a device refused a command, by its platform's own words. */
export const statusOf = (output: string, platform: Platform): 'ok' | 'rejected' =>
  refusalOf(output, platform) === null ? 'ok' : 'rejected';

/** The line in which a device says that it refuses the command; null where it says no such thing. */
export function refusalOf(output: string, platform: Platform): string | null {
  const head = output.slice(0, HEAD);
  for (const pattern of platform.rejected) {
    const found = pattern.exec(head);
    if (!found) continue;
    const said = found.index + (found[0].length - found[0].trimStart().length);
    const begin = Math.max(head.lastIndexOf('\n', said - 1), head.lastIndexOf('\r', said - 1)) + 1;
    return (
      head
        .slice(begin)
        .split(/[\r\n]/, 1)[0]
        ?.trim() ?? ''
    );
  }
  return null;
}
