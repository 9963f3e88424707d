import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import type { FunctionName } from '../../../shared/names.ts';
import { discoveryWorkflow } from '../../../shared/workflow/load.ts';

const arn = (name: string): string => `arn:aws:lambda:eu-central-1:111122223333:function:${name}`;

export const arns: Readonly<Record<FunctionName, string>> = {
  startRun: arn('start-run'),
  planWave: arn('plan-wave'),
  probeDevice: arn('probe-device'),
  reapSessions: arn('reap-sessions'),
  reclaimSession: arn('reclaim-session'),
  finishRun: arn('finish-run'),
};

export type Answers = Readonly<Record<FunctionName, (payload: Record<string, unknown>) => unknown>>;

export interface Ended {
  /** The execution's output, or the `Error` of its Fail state. */
  readonly output: unknown;
  readonly error: string | null;
  /** Names of the states in the order in which they were entered, children of the Map too. */
  readonly path: readonly string[];
  readonly calls: readonly { readonly name: FunctionName; readonly payload: Record<string, unknown> }[];
}

interface Task {
  readonly Type: string;
  readonly Parameters?: { readonly FunctionName: string };
  readonly ItemProcessor?: { readonly States: Record<string, Task> };
}

/** Runs the workflow text on the embedded engine; `answers` stand for the functions. Nothing waits. */
export async function runText(answers: Answers, input: unknown = {}, runId = 'run-1'): Promise<Ended> {
  const definition = discoveryWorkflow(arns) as { States: Record<string, Task> };
  const calls: { name: FunctionName; payload: Record<string, unknown> }[] = [];
  const tasks = Object.keys(allStates(definition.States));
  const byArn = new Map(Object.entries(arns).map(([name, text]) => [text, name as FunctionName]));
  const invoke = async (parameters: unknown) => {
    const { FunctionName: text, Payload } = parameters as { FunctionName: string; Payload: object };
    const name = byArn.get(text);
    if (name === undefined) throw new Error(`no function ${text}`);
    const payload = Payload as Record<string, unknown>;
    calls.push({ name, payload });
    return { StatusCode: 200, Payload: (await answers[name](payload)) as never };
  };
  const machine = new StateMachine(definition as unknown as StateMachineDefinition);
  const execution = machine.run(input as never, {
    context: { Execution: { Name: runId, Id: `arn:aws:states:::execution:netwalker:${runId}` } },
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(tasks.map((name) => [name, invoke])),
      waitTimeOverrides: { CoolDown: 0, WaitForLeases: 0 },
      retryIntervalOverrides: Object.fromEntries(tasks.map((name) => [name, 0])),
    },
  });
  const path: string[] = [];
  const reading = (async () => {
    for await (const event of execution.eventLogs) {
      if (event.type === 'StateEntered') path.push(event.state.name);
    }
  })();
  const settled = await execution.result.then(
    (output) => ({ output: output as unknown, error: null }),
    (error: unknown) => ({ output: null, error: errorName(error) }),
  );
  await reading;
  return { ...settled, path, calls };
}

function allStates(states: Record<string, Task>): Record<string, Task> {
  const inner = Object.values(states).flatMap((state) => Object.entries(state.ItemProcessor?.States ?? {}));
  return { ...states, ...Object.fromEntries(inner) };
}

/** The engine wraps the `Error` of a Fail state: `Execution has failed with the following error: …`. */
function errorName(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { name?: string } | undefined) : undefined;
  return cause?.name ?? String(error);
}
