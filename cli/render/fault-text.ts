import { safeText } from './safe-text.ts';

/** What is told of an error that nobody caught. Those of LevelDB are about the files of the data directory (its codes: abstract-level). */
export function faultText(error: unknown): string {
  const { message, stack, code }: NodeJS.ErrnoException =
    error instanceof Error ? error : new Error(String(error));
  const isOfFiles = code?.startsWith('LEVEL_') === true;
  return safeText(
    isOfFiles
      ? `the data directory cannot be read or written any more (${message}): is its disk full, or was it changed by something else? Sessions that are open are closed now`
      : `failed, and it is netwalker's own fault: ${stack ?? message}`,
    { keep: '\n' },
  );
}
