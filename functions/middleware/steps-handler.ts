import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventSink } from '../../shared/ports/events.ts';

/**
 * Middy ends the invocation this long before Lambda would, so that a step that overran is an error of ours with a name and
 * not a killed sandbox. A probe's own budget ends earlier still: it never gets here with an open session.
 */
const TIMEOUT_EARLY_MS = 2_000;

/** Where an invocation ends, and its id: what Lambda's context says, in the words of the steps. */
export interface InvocationContext {
  readonly requestId: string;
  /** Epoch milliseconds. */
  readonly endsAt: number;
}

/** What the handler itself needs of a step's ports. */
interface StepPorts {
  readonly clock: Clock;
  readonly events: EventSink;
}

export type StepHandler<Input, Output> = (event: Input, context: Context) => Promise<Output>;

/** Makes a Lambda handler of a step: wiring once per sandbox, the deadline from the context, errors with literal names. */
export function stepsHandler<Ports extends StepPorts, Input, Output>(
  wiring: () => Promise<Ports>,
  step: (wired: Ports, event: Input, invocation: InvocationContext) => Promise<Output>,
): StepHandler<Input, Output> {
  let wired: Promise<Ports> | undefined;
  const base = async (event: unknown, context: Context): Promise<Output> => {
    wired ??= wiring();
    const ports = await wired;
    const done = step(ports, event as Input, {
      requestId: context.awsRequestId,
      endsAt: ports.clock.now() + context.getRemainingTimeInMillis(),
    });
    // A sandbox is frozen once it has answered: what it has to tell is told before.
    return done.finally(() => ports.events.flush?.());
  };
  const handler = middy({
    timeoutEarlyInMillis: TIMEOUT_EARLY_MS,
    timeoutEarlyResponse: () => {
      const error = new Error(`the step did not end ${TIMEOUT_EARLY_MS} ms before the invocation's limit`);
      error.name = 'StepTimedOut';
      throw error;
    },
  }).handler(base);
  return handler;
}
