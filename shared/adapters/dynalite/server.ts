import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import { UsageError } from '../../errors.ts';
import { lockFolder, type Holder } from './process-lock.ts';

export interface EmbeddedDynamoDB {
  readonly endpoint: string;
  /** Answers what is under way, closes the files and frees the folder. */
  close(): Promise<void>;
}

/** A request that is still under way then is cut off. */
const CLOSE_GRACE_MS = 2_000;

/**
 * DynamoDB in this process, on a free port of 127.0.0.1. With `path` it keeps its data in that folder (LevelDB), through
 * restarts and SIGKILL, and no other process may use the folder; without, in memory. Chosen over DynamoDB Local, which
 * needs Java or Docker. Throws a UsageError where another process uses the folder.
 */
export async function startDynalite(
  options: { readonly path?: string; readonly createTableMs?: number } & Holder = {},
): Promise<EmbeddedDynamoDB> {
  const { path, createTableMs = 0, ...holder } = options;
  const unlock = path === undefined ? async () => {} : await lockFolder(path, holder);
  if (path !== undefined) await refuseDamaged(path, holder.shownAs ?? path).catch(undoing(unlock));
  const server = dynalite({ createTableMs, ...(path === undefined ? {} : { path }) });
  // The client keeps its sockets; closing idle ones under it would cost it a retry each.
  server.keepAliveTimeout = 0;
  try {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    await unlock();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const forget = endOnFault(server);
  const close = async (): Promise<void> => {
    const cutOff = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
    });
    clearTimeout(cutOff);
    forget();
    await unlock();
  };
  let closing: Promise<void> | undefined;
  return { endpoint: `http://127.0.0.1:${port}`, close: () => (closing ??= close()) };
}

const undoing =
  (undo: () => Promise<void>) =>
  async (error: unknown): Promise<never> => {
    await undo();
    throw error;
  };

/** LevelDB takes a folder without its CURRENT for a new one, and deletes what is in it. */
async function refuseDamaged(path: string, shownAs: string): Promise<void> {
  const files = await readdir(path);
  if (files.includes('CURRENT') || !files.some((file) => /\.ldb$|^MANIFEST-/.test(file))) return;
  throw new UsageError(
    `the data in ${shownAs} is damaged (its file CURRENT is missing): bring it back from a copy, or use another --data-dir`,
  );
}

/**
 * dynalite throws what LevelDB says of its files (the disk is full, one is damaged) where nobody can catch it, and never answers
 * the request. Without its server each request fails at once, and who waits for one goes on to close its session.
 */
function endOnFault(server: Server): () => void {
  const onFault = (error: unknown): void => {
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith('LEVEL_') === true) {
      server.close();
      server.closeAllConnections();
    } else if (process.listenerCount('uncaughtException') === 1) {
      // To listen is to take it: where nobody else does, it ends the process as it would have.
      throw error;
    }
  };
  process.on('uncaughtException', onFault);
  return () => void process.off('uncaughtException', onFault);
}
