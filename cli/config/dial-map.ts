import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { UsageError } from '../../shared/errors.ts';

const schema = z.record(
  z.string().regex(/^.+:\d{1,5}$/, 'a key is ADDRESS:PORT'),
  z.strictObject({ host: z.string().min(1), port: z.number().int().min(1).max(65_535) }),
);

/** Reads `{"10.0.0.1:22": {"host": "127.0.0.1", "port": 2201}}`. Throws UsageError. */
export function readDialMap(path: string): z.infer<typeof schema> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `the dial map ${path} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  }
  // What `lab --serve` wrote holds a dial map among other things.
  const map = typeof value === 'object' && value !== null && 'dialMap' in value ? value.dialMap : value;
  const parsed = schema.safeParse(map);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `the dial map ${path} is not {"ADDRESS:PORT": {"host", "port"}}: ${z.prettifyError(parsed.error)}`,
  );
}
