import { readFileSync, statSync } from 'node:fs';
import { UsageError } from '../../shared/errors.ts';

/** Reads a file that holds a secret; warns when others on this machine can read it too. Throws UsageError. */
export function readSecretFile(path: string, what: string, warn: (message: string) => void): string {
  try {
    if (statSync(path).mode & 0o004) {
      warn(`${path} can be read by everybody on this machine: chmod 600 ${path}`);
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(
      `the ${what} ${path} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  }
}

/** The first line, without its end: what editors and `echo` add is not part of a password. */
export function readPasswordFile(path: string, what: string, warn: (message: string) => void): string {
  const [line = ''] = readSecretFile(path, what, warn).split(/\r?\n/, 1);
  if (line === '') throw new UsageError(`the ${what} ${path} is empty: its first line is the password`);
  return line;
}
