import type { Context } from 'aws-lambda';
import { PAYLOAD_LIMIT_BYTES } from '../../shared/names.ts';
import { localContext } from './local-context.ts';
import { named } from './named-error.ts';
import type { SandboxedFunction } from './sandbox-data.ts';
import type { SandboxPool } from './sandbox-pool.ts';

type Handler = (event: never, context: Context) => Promise<unknown>;

export interface LocalFunction {
  readonly name: string;
  /** Runs in this process, or in a worker that can be ended. */
  readonly handler: Handler | { readonly pool: SandboxPool; readonly fn: SandboxedFunction };
  readonly timeoutMs: number;
  /** A child of the Map: it must answer `{}`, because results count against the payload. */
  readonly returnsNothing?: boolean;
}

/** The name that Step Functions sees when Lambda ended an invocation at its time limit. */
const TIMED_OUT = 'Sandbox.Timedout';

let invocations = 0;

/**
 * Invokes a handler as Lambda would: JSON in, JSON out, a context with a deadline and a request id, the time limit, and the
 * payload limit of Step Functions. What the embedded workflow engine does not check is checked here.
 */
export async function invokeLocally(fn: LocalFunction, payload: unknown): Promise<unknown> {
  const event = throughJson(payload, `the input of ${fn.name}`);
  invocations += 1;
  const id = `local-${process.pid}-${invocations}`;
  const { handler, name, timeoutMs } = fn;
  const result =
    typeof handler === 'function'
      ? await withLimit(fn, handler(event as never, localContext(name, id, Date.now() + timeoutMs)))
      : await handler.pool.invoke({ id, fn: handler.fn, name, payload: event }, timeoutMs);
  const output = throughJson(result, `the output of ${fn.name}`);
  if (fn.returnsNothing && JSON.stringify(output) !== '{}') {
    throw named('States.DataLimitExceeded', `${fn.name} must answer {} and answered more`);
  }
  return output;
}

/** Ends the invocation at the limit. The handler of an in-process function goes on: its target's lease tells. */
async function withLimit(fn: LocalFunction, running: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(named(TIMED_OUT, `${fn.name} did not end within ${fn.timeoutMs} ms`));
    }, fn.timeoutMs);
  });
  try {
    return await Promise.race([running, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function throughJson(value: unknown, what: string): unknown {
  const text = JSON.stringify(value ?? null);
  const bytes = Buffer.byteLength(text);
  if (bytes > PAYLOAD_LIMIT_BYTES) {
    throw named('States.DataLimitExceeded', `${what} is ${bytes} bytes: the limit is ${PAYLOAD_LIMIT_BYTES}`);
  }
  return JSON.parse(text);
}
