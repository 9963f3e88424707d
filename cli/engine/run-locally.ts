import { StateMachine } from 'aws-local-stepfunctions';
import { createHandler as finishRunHandler } from '../../functions/finish-run/handler.ts';
import { createHandler as planWaveHandler } from '../../functions/plan-wave/handler.ts';
import { createHandler as probeDeviceHandler } from '../../functions/probe-device/handler.ts';
import { createHandler as reclaimSessionHandler } from '../../functions/reclaim-session/handler.ts';
import { createHandler as reapSessionsHandler } from '../../functions/reap-sessions/handler.ts';
import { createHandler as startRunHandler } from '../../functions/start-run/handler.ts';
import type { Wiring } from '../../functions/wiring.ts';
import { ssh2Port } from '../../shared/adapters/ssh2/connect.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { dnsResolver } from '../../shared/adapters/system/resolver.ts';
import { ulidIds } from '../../shared/adapters/ulid/ids.ts';
import { NetwalkerError } from '../../shared/errors.ts';
import type { FinishRunInput, StartRunInput } from '../../shared/model/payloads.ts';
import type { RunSettings, RunSummary } from '../../shared/model/run.ts';
import { ASL_PLACEHOLDERS, type FunctionName } from '../../shared/names.ts';
import type { Credentials } from '../../shared/ports/credentials.ts';
import type { Dialer } from '../../shared/ports/dialer.ts';
import type { RunEvent } from '../../shared/ports/events.ts';
import type { Store } from '../../shared/ports/store.ts';
import { discoveryWorkflow } from '../../shared/workflow/load.ts';
import { localArn } from './local-context.ts';
import { invokeLocally, type LocalFunction } from './local-lambda.ts';
import type { SandboxData } from './sandbox-data.ts';
import { sandboxPool, type SandboxPool } from './sandbox-pool.ts';
import { endDeadRuns } from './dead-runs.ts';
import { taskStates } from './task-states.ts';

export interface RunLocallyOptions {
  readonly store: Store;
  readonly settings: RunSettings;
  readonly credentials: Credentials;
  readonly dialer?: Dialer;
  readonly onEvent: (event: RunEvent) => void;
  /** Aborted by Ctrl-C: sessions in flight are closed, then the run ends as `aborted`. */
  readonly interrupted: AbortSignal;
  readonly runId?: string;
  /**
   * Runs probes in worker threads, where one that blocks its event loop can be ended. Without it they run in this thread, on the
   * ports above.
   */
  readonly sandbox?: Omit<SandboxData, 'interruptChannel'>;
  readonly sandboxWorker?: string;
}

/** The probe's own budget ends first; then middy, then this, then the state's TimeoutSeconds (45). */
const PROBE_MARGIN_MS = 10_000;
const PROBE_LEAST_MS = 15_000;
const STEP_MS = 110_000;

/**
 * Runs the workflow text on the embedded engine with the handlers that deploy. Throws RunLockedError and UsageError as
 * StartRun does; any other failure of the workflow is thrown as NetwalkerError with its cause.
 */
export async function runLocally(options: RunLocallyOptions): Promise<{ readonly summary: RunSummary }> {
  const runId = options.runId ?? ulidIds.next();
  await endDeadRuns(options.store, options.onEvent);
  const pool = openPool(options);
  const engine = localFunctions(options, pool);
  const machine = new StateMachine(discoveryWorkflow(ARNS) as never, {
    validationOptions: { noValidate: true },
  });
  const input = options.settings as unknown as StartRunInput['input'];
  const execution = machine.run(input as never, {
    overrides: {
      taskResourceLocalHandlers: engine.handlers,
      // Nothing throttles here: what fails fails again at once.
      retryIntervalOverrides: Object.fromEntries(Object.keys(engine.handlers).map((state) => [state, 200])),
    },
    context: { Execution: { Id: localArn(runId), Name: runId, Input: input } } as never,
  });
  const stop = (): void => execution.abort();
  options.interrupted.addEventListener('abort', stop);
  try {
    return { summary: (await execution.result) as unknown as RunSummary };
  } catch (error) {
    await engine.settled();
    if (options.interrupted.aborted) return { summary: await engine.finish(runId, 'aborted', 'interrupted') };
    const run = await options.store.getRun(runId);
    if (run?.status === 'aborted' && run.summary) return { summary: run.summary };
    throw engine.firstFault() ?? new NetwalkerError('RunFailed', 'the run failed', { cause: error });
  } finally {
    options.interrupted.removeEventListener('abort', stop);
    await pool?.close();
  }
}

function openPool(options: RunLocallyOptions): SandboxPool | null {
  const { sandbox, sandboxWorker, onEvent, interrupted, settings } = options;
  if (!sandbox) return null;
  return sandboxPool({
    data: sandbox,
    concurrency: settings.concurrency,
    onEvent,
    interrupted,
    ...(sandboxWorker === undefined ? {} : { workerFile: sandboxWorker }),
  });
}

const ARNS = Object.fromEntries(
  Object.keys(ASL_PLACEHOLDERS).map((name) => [name, localArn(name)]),
) as Record<FunctionName, string>;

interface LocalFunctions {
  readonly handlers: Readonly<Record<string, (input: unknown) => Promise<never>>>;
  /** Resolves when no invocation is in flight: every session of theirs is closed then. */
  settled(): Promise<void>;
  finish(runId: string, status: FinishRunInput['status'], cause: string): Promise<RunSummary>;
  firstFault(): Error | undefined;
}

function localFunctions(options: RunLocallyOptions, pool: SandboxPool | null): LocalFunctions {
  const wiring = async (): Promise<Wiring> => ({
    store: options.store,
    ssh: ssh2Port(options.dialer ? { dialer: options.dialer } : {}),
    credentials: options.credentials,
    resolver: dnsResolver,
    events: { emit: options.onEvent },
    clock: systemClock,
    ids: ulidIds,
    interrupted: options.interrupted,
  });
  const probeMs = Math.max(PROBE_LEAST_MS, options.settings.probeTimeoutSeconds * 1000 + PROBE_MARGIN_MS);
  const functions: Record<FunctionName, LocalFunction> = {
    startRun: { name: 'start-run', handler: startRunHandler(wiring), timeoutMs: STEP_MS },
    planWave: { name: 'plan-wave', handler: planWaveHandler(wiring), timeoutMs: STEP_MS },
    probeDevice: {
      name: 'probe-device',
      handler: pool ? { pool, fn: 'probeDevice' } : probeDeviceHandler(wiring),
      timeoutMs: probeMs,
      returnsNothing: true,
    },
    reapSessions: { name: 'reap-sessions', handler: reapSessionsHandler(wiring), timeoutMs: STEP_MS },
    reclaimSession: {
      name: 'reclaim-session',
      handler: pool ? { pool, fn: 'reclaimSession' } : reclaimSessionHandler(wiring),
      timeoutMs: probeMs,
      returnsNothing: true,
    },
    finishRun: { name: 'finish-run', handler: finishRunHandler(wiring), timeoutMs: STEP_MS },
  };
  const inFlight = new Set<Promise<unknown>>();
  let fault: Error | undefined;
  const invoke = async (fn: LocalFunction, payload: unknown): Promise<unknown> => {
    const running = invokeLocally(fn, payload);
    inFlight.add(running);
    try {
      return await running;
    } catch (error) {
      fault ??= error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      inFlight.delete(running);
    }
  };
  /** The task `lambda:invoke` of a state: the engine hands over `{FunctionName, Payload}`. */
  const task =
    (fn: LocalFunction) =>
    async (input: unknown): Promise<never> => {
      if (options.interrupted.aborted) throw new NetwalkerError('Interrupted', 'the run was interrupted');
      return { Payload: await invoke(fn, (input as { Payload: unknown }).Payload) } as never;
    };
  return {
    handlers: Object.fromEntries(
      taskStates(discoveryWorkflow(ARNS)).map(({ state, arn }) => {
        const [, fn] = Object.entries(functions).find(([name]) => localArn(name) === arn) ?? [];
        if (!fn)
          throw new NetwalkerError('WorkflowInvalid', `state ${state} invokes ${arn}, which nobody is`);
        return [state, task(fn)];
      }),
    ),
    settled: async () => {
      while (inFlight.size > 0) await Promise.allSettled(inFlight);
    },
    finish: async (runId, status, cause) =>
      (await invoke(functions.finishRun, { runId, status, cause })) as RunSummary,
    firstFault: () => fault,
  };
}
