import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BroadcastChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { RunEvent } from '../../shared/ports/events.ts';
import { named } from './named-error.ts';
import type {
  SandboxAnswer,
  SandboxData,
  SandboxMessage,
  SandboxReply,
  SandboxTask,
} from './sandbox-data.ts';

/** A thread with its modules takes about 60 MB, and a laptop's walk is bound by the devices, not by its cores. */
const MOST_WORKERS = 4;
/** The name that Step Functions sees when Lambda ended an invocation at its time limit. */
const TIMED_OUT = 'Sandbox.Timedout';
/** The same for a sandbox that died under an invocation. */
const LOST = 'Lambda.Unknown';

export interface SandboxPool {
  /** Runs one invocation in a worker, and ends it at its limit. Rejects with what Lambda would be reported to have done. */
  invoke(task: Omit<SandboxTask, 'endsAt'>, timeoutMs: number): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Worker threads for the functions that log in to devices. An invocation that has not ended at its limit has blocked its event loop:
 * the handler itself ends before that, by its budget and by middy's timer. So its worker is ended, and with it the invocations
 * that shared its loop and were blocked as well: like killed sandboxes, they leave ledger rows that the reaper flags, and targets that
 * come back when their leases end. A new worker takes the place. The pool is Piscina: well kept, and it replaces a worker that exits.
 */
export function sandboxPool(options: {
  readonly data: Omit<SandboxData, 'interruptChannel'>;
  readonly concurrency: number;
  readonly onEvent: (event: RunEvent) => void;
  readonly interrupted: AbortSignal;
  /** Another worker than ours, for tests of what a worker may do. */
  readonly workerFile?: string;
}): SandboxPool {
  const { concurrency, onEvent, interrupted } = options;
  const interruptChannel = `netwalker-${process.pid}-${(pools += 1)}`;
  const workers = Math.min(MOST_WORKERS, Math.max(1, availableParallelism()), concurrency);
  const threadOf = new Map<string, number>();
  /** How much was heard of each worker. */
  const heard = new Map<number, number>();
  const pool = new Piscina({
    filename: options.workerFile ?? fileURLToPath(new URL('./sandbox-worker.ts', import.meta.url)),
    workerData: { ...options.data, interruptChannel } satisfies SandboxData,
    env: environmentOfWorkers(),
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: Math.ceil(concurrency / workers),
    // Otherwise an idle worker sleeps in Atomics.wait, and its sockets and messages with it.
    atomics: 'disabled',
  });
  pool.on('message', (message: SandboxMessage) => {
    heard.set(message.threadId, message.count);
    if (message.type === 'event') onEvent(message.event as RunEvent);
    else {
      hasBegun = true;
      threadOf.set(message.id, message.threadId);
    }
  });
  let hasBegun = false;
  const cannotStart = new AbortController();
  // A worker that dies between invocations is replaced. One that dies before any invocation cannot be loaded at all.
  pool.on('error', (error: Error) => {
    if (!hasBegun) cannotStart.abort(error);
  });
  const tell = (): void => {
    const channel = new BroadcastChannel(interruptChannel);
    channel.postMessage('interrupted');
    channel.close();
  };
  interrupted.addEventListener('abort', tell, { once: true });
  const endThread = (id: string): void => {
    const thread = pool.threads.find(({ threadId }) => threadId === threadOf.get(id));
    void thread?.terminate();
  };
  return {
    async invoke(task, timeoutMs) {
      const limit = new AbortController();
      const endsAt = Date.now() + timeoutMs;
      if (cannotStart.signal.aborted) lost(cannotStart.signal.reason);
      const running = pool.run({ ...task, endsAt } satisfies SandboxTask) as Promise<SandboxReply>;
      const overran = new Promise<never>((_, reject) => {
        const timer = setTimeout(() => {
          endThread(task.id);
          reject(named(TIMED_OUT, `${task.name} did not end within ${timeoutMs} ms: its worker was ended`));
        }, timeoutMs);
        limit.signal.addEventListener('abort', () => clearTimeout(timer));
        cannotStart.signal.addEventListener('abort', () => reject(lostError(cannotStart.signal.reason)), {
          signal: limit.signal,
        });
      });
      try {
        const { answer, threadId, said } = await Promise.race([running.catch(lost), overran]);
        // What happened in the invocation is told before its end.
        while ((heard.get(threadId) ?? 0) < said && Date.now() < endsAt)
          await new Promise((resolve) => setImmediate(resolve));
        return answerOf(answer);
      } finally {
        limit.abort();
        threadOf.delete(task.id);
        running.catch(() => undefined);
      }
    },
    async close() {
      interrupted.removeEventListener('abort', tell);
      await pool.destroy();
    },
  };
}

let pools = 0;

/** A worker does not share the compile cache of the process unless told where it is; with it, it starts in half the time. */
function environmentOfWorkers(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: path.dirname(folder) };
}

function lostError(error: unknown): Error {
  const why = error instanceof Error ? error.message : String(error);
  return named(LOST, `the worker of this invocation was lost: ${why}`);
}

const lost = (error: unknown): never => {
  throw lostError(error);
};

function answerOf(answer: SandboxAnswer): unknown {
  if (answer.ok) return answer.value;
  const error = named(answer.name, answer.message);
  if (answer.stack !== undefined) error.stack = answer.stack;
  throw error;
}
