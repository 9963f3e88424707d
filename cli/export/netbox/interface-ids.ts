import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { UsageError } from '../../../shared/errors.ts';

/** The ids that NetBox has given to interfaces. */
export interface InterfaceIds {
  /** How many interfaces are known. */
  readonly count: number;
  /** Null where there is none, or where several devices and ports have these names. */
  find(device: string, port: string): number | null;
}

export const NO_INTERFACES: InterfaceIds = { count: 0, find: () => null };

const interfaceSchema = z.object({
  id: z.int().positive(),
  name: z.string(),
  device: z.object({ name: z.string().nullable() }),
});
const pageSchema = z.object({ results: z.array(interfaceSchema) });
const fileSchema = z.union([
  pageSchema.transform(({ results }) => results),
  z.array(pageSchema).transform((pages) => pages.flatMap(({ results }) => results)),
  z.array(interfaceSchema),
]);

/**
 * Reads what NetBox answered to `GET /api/dcim/interfaces/`: a page, an array of pages, or their results in one array.
 * @throws UsageError where the file cannot be read or is something else.
 */
export function readInterfaceIds(path: string): InterfaceIds {
  const read = fileSchema.safeParse(jsonOf(path));
  if (!read.success) {
    throw new UsageError(
      `${path} is not what NetBox answers to GET /api/dcim/interfaces/?limit=0: it needs results, each with id, name and device.name`,
    );
  }
  const ids = new Map<string, number | null>();
  for (const { id, name, device } of read.data) {
    const key = keyOf(device.name ?? '', name);
    ids.set(key, ids.has(key) ? null : id);
  }
  return { count: read.data.length, find: (device, port) => ids.get(keyOf(device, port)) ?? null };
}

const keyOf = (device: string, port: string): string => JSON.stringify([device.toLowerCase(), port]);

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
