import { flushCompileCache } from 'node:module';
import { BroadcastChannel, parentPort, threadId, workerData } from 'node:worker_threads';
import { createHandler as probeDeviceHandler } from '../../functions/probe-device/handler.ts';
import { createHandler as reclaimSessionHandler } from '../../functions/reclaim-session/handler.ts';
import type { Wiring } from '../../functions/wiring.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamodbStore } from '../../shared/adapters/dynamodb/store.ts';
import { ssh2Port } from '../../shared/adapters/ssh2/connect.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { dnsResolver } from '../../shared/adapters/system/resolver.ts';
import { ulidIds } from '../../shared/adapters/ulid/ids.ts';
import { matchedCredentials } from '../../shared/steps/matched-credentials.ts';
import { localContext } from './local-context.ts';
import { mappedDialer } from './mapped-dialer.ts';
import type {
  SandboxAnswer,
  SandboxData,
  SandboxMessage,
  SandboxReply,
  SandboxTask,
} from './sandbox-data.ts';

// What a worker thread of sandbox-pool.ts runs: invocations of the handlers that deploy.

// It ends by being terminated, which writes nothing: what it compiled is kept for the next one now.
flushCompileCache();

let said = 0;
function say(
  what: { readonly type: 'began'; readonly id: string } | { readonly type: 'event'; readonly event: unknown },
): void {
  said += 1;
  parentPort?.postMessage({ ...what, threadId, count: said } satisfies SandboxMessage);
}

function wire(data: SandboxData): Wiring {
  const interrupt = new AbortController();
  const channel = new BroadcastChannel(data.interruptChannel);
  channel.onmessage = () => interrupt.abort();
  channel.unref();
  const { dialMap } = data;
  return {
    store: dynamodbStore({ client: documentClient({ endpoint: data.endpoint }), table: data.table }),
    ssh: ssh2Port(dialMap === null ? {} : { dialer: mappedDialer(dialMap) }),
    credentials: matchedCredentials(data.credentials),
    resolver: dnsResolver,
    events: { emit: (event) => say({ type: 'event', event }) },
    clock: systemClock,
    ids: ulidIds,
    interrupted: interrupt.signal,
  };
}

const wired = Promise.resolve(wire(workerData as SandboxData));
const handlers = {
  probeDevice: probeDeviceHandler(() => wired),
  reclaimSession: reclaimSessionHandler(() => wired),
};

/** One invocation. Never rejects. */
export default async function invoke(task: SandboxTask): Promise<SandboxReply> {
  say({ type: 'began', id: task.id });
  const answer = await answerOf(task);
  return { answer, threadId, said };
}

async function answerOf(task: SandboxTask): Promise<SandboxAnswer> {
  try {
    const context = localContext(task.name, task.id, task.endsAt);
    return { ok: true, value: await handlers[task.fn](task.payload as never, context) };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, name, message, ...(stack === undefined ? {} : { stack }) };
  }
}
