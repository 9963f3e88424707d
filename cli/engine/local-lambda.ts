import type { Context } from 'aws-lambda';
import { PAYLOAD_LIMIT_BYTES } from '../../shared/names.ts';

type Handler = (event: never, context: Context) => Promise<unknown>;

export interface LocalFunction {
  readonly name: string;
  readonly handler: Handler;
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
  const context = localContext(fn);
  const result = await withLimit(fn, fn.handler(event as never, context));
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

function localContext(fn: LocalFunction): Context {
  const endsAt = Date.now() + fn.timeoutMs;
  invocations += 1;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: fn.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: localArn(fn.name),
    memoryLimitInMB: '512',
    awsRequestId: `local-${process.pid}-${invocations}`,
    logGroupName: fn.name,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, endsAt - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

/** Region and account are made up: nothing is called under this ARN. */
export const localArn = (name: string): string => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

function throughJson(value: unknown, what: string): unknown {
  const text = JSON.stringify(value ?? null);
  const bytes = Buffer.byteLength(text);
  if (bytes > PAYLOAD_LIMIT_BYTES) {
    throw named('States.DataLimitExceeded', `${what} is ${bytes} bytes: the limit is ${PAYLOAD_LIMIT_BYTES}`);
  }
  return JSON.parse(text);
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
