import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A recorded output that was written for these tests. */
export function fixture(name: string): string {
  return readFileSync(path.join(import.meta.dirname, '../../fixtures/parse', name), 'utf8');
}
