import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../shared/errors.ts';

const coordinate = z.number().min(-1e7).max(1e7);
const placeSchema = z.object({ name: z.string(), x: coordinate, y: coordinate });
const fileSchema = z.object({ network: z.string(), positions: z.record(z.string(), placeSchema) });

/** Where devices stand on the map, by node id. The names find a device again that was only told of and got an id by its first visit. */
export type PositionsFile = z.infer<typeof fileSchema>;

/** Where the positions of a network are kept: in the data directory; those of a stack beside them. */
export function positionsPath(place: {
  dataDir: string;
  network: string;
  stack?: string | undefined;
}): string {
  const { dataDir, network, stack } = place;
  const folder = stack === undefined ? 'positions' : join('positions', `stack-${encodeURIComponent(stack)}`);
  return join(dataDir, folder, `${encodeURIComponent(network)}.json`);
}

/** Null where there is none. Throws UsageError when it is not a file of positions. */
export function readPositions(path: string): PositionsFile | null {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    const problem =
      error instanceof z.ZodError
        ? z.prettifyError(error)
        : error instanceof Error
          ? error.message
          : 'unknown';
    throw new UsageError(
      `the positions ${path} cannot be read: ${problem}\nThe map's "Save positions" makes such a file; netwalker map --fresh makes a new one`,
    );
  }
}

/** Written beside and moved over, so that a file is whole or not there. */
export function writePositions(path: string, file: PositionsFile): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(file, null, 1)}\n`);
  renameSync(draft, path);
}
