import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { createHandler as finishRun } from '../../../functions/finish-run/handler.ts';
import { createHandler as planWave } from '../../../functions/plan-wave/handler.ts';
import { createHandler as probeDevice } from '../../../functions/probe-device/handler.ts';
import { createHandler as reapSessions } from '../../../functions/reap-sessions/handler.ts';
import { createHandler as reclaimSession } from '../../../functions/reclaim-session/handler.ts';
import { createHandler as startRun } from '../../../functions/start-run/handler.ts';
import type { Wiring } from '../../../functions/wiring.ts';
import { localContext } from '../../../cli/engine/local-context.ts';
import { taskStates } from '../../../cli/engine/task-states.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { FunctionName } from '../../../shared/names.ts';
import { discoveryWorkflow } from '../../../shared/workflow/load.ts';
import { arns } from '../../unit/workflow/run-text.ts';

export type Handler = (event: never, context: never) => Promise<unknown>;
export type Handlers = Readonly<Record<FunctionName, Handler>>;

export interface Injection {
  readonly state: string;
  readonly error: string;
  /** `before`: Lambda never ran the code. `after`: it ran, and its answer was lost. */
  readonly when: 'before' | 'after';
  /** How many invocations of the state meet it. */
  readonly times: number;
}

export interface InjectedRun {
  /** `succeeded`, or the Error of the Fail state that it ended in. */
  readonly end: string;
  readonly met: number;
  /** How often the state of the injection was invoked. */
  readonly entered: number;
}

const NAMES = Object.keys(arns) as FunctionName[];

/** The handlers of the sources on ports of the caller's. */
export function handlersOn(wiring: Wiring): Handlers {
  const made = async (): Promise<Wiring> => wiring;
  return {
    startRun: startRun(made),
    planWave: planWave(made),
    probeDevice: probeDevice(made),
    reapSessions: reapSessions(made),
    reclaimSession: reclaimSession(made),
    finishRun: finishRun(made),
  };
}

/** Runs the workflow text with the real handlers, and lets Lambda fail at one state as it is told to. Nothing waits. */
export async function runInjected(options: {
  readonly runId: string;
  readonly input: object;
  readonly handlers: Handlers;
  readonly clock: Clock;
  readonly injection: Injection | null;
  /** Stands in for a function's answer, to lead the workflow to a state that a healthy run does not reach. */
  readonly answers?: Partial<Record<string, (answer: Record<string, unknown>) => unknown>>;
  readonly endsInMs: number;
}): Promise<InjectedRun> {
  const { runId, input, handlers, clock, injection, answers = {}, endsInMs } = options;
  const definition = discoveryWorkflow(arns);
  const states = taskStates(definition);
  let met = 0;
  let entered = 0;
  let requests = 0;
  const fail = (): never => {
    met += 1;
    throw Object.assign(new Error(`injected at ${injection?.state}`), { name: injection?.error });
  };
  const invoke = (state: string, name: FunctionName) => async (parameters: unknown) => {
    const { Payload } = parameters as { Payload: Record<string, unknown> };
    if (state === injection?.state) entered += 1;
    const isMet = injection !== null && state === injection.state && met < injection.times;
    if (isMet && injection?.when === 'before') fail();
    requests += 1;
    const endsAt = clock.now() + endsInMs;
    const context = { ...localContext(name, `${runId}-${requests}`, endsAt) };
    Object.assign(context, { getRemainingTimeInMillis: () => endsInMs });
    const answer = (await handlers[name](Payload as never, context as never)) as Record<string, unknown>;
    if (isMet) fail();
    const change = answers[state];
    return { StatusCode: 200, Payload: (change ? change(answer) : answer) as never };
  };
  const machine = new StateMachine(definition as unknown as StateMachineDefinition, {
    // Validated elsewhere, once.
    validationOptions: { noValidate: true },
  });
  const execution = machine.run(input as never, {
    context: {
      Execution: { Name: runId, Id: `arn:aws:states:::execution:netwalker:${runId}`, Input: input },
    } as never,
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(
        states.map(({ state, arn }) => {
          const name = NAMES.find((each) => arns[each] === arn) ?? 'startRun';
          return [state, invoke(state, name) as never];
        }),
      ),
      waitTimeOverrides: { CoolDown: 0, WaitForLeases: 0 },
      retryIntervalOverrides: Object.fromEntries(states.map(({ state }) => [state, 0])),
    },
  });
  const end = await execution.result.then(
    () => 'succeeded',
    (error: unknown) =>
      error instanceof Error ? ((error.cause as { name?: string })?.name ?? error.name) : 'unknown',
  );
  return { end, met, entered };
}
