import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { UsageError } from '../../errors.ts';
import type { Execution, Executions, ExecutionStatus } from '../../ports/executions.ts';

/** Executions of one state machine on Step Functions. */
export function stepFunctionsExecutions(options: {
  readonly stateMachineArn: string;
  readonly region?: string | undefined;
}): Executions {
  const { stateMachineArn, region } = options;
  const client = new SFNClient(region === undefined ? {} : { region });
  const arnOf = (runId: string): string =>
    `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${runId}`;
  return {
    async start(runId, input) {
      const command = new StartExecutionCommand({
        stateMachineArn,
        name: runId,
        input: JSON.stringify(input),
      });
      await told('the run cannot be started', client.send(command));
    },

    async describe(runId) {
      try {
        return toExecution(await client.send(new DescribeExecutionCommand({ executionArn: arnOf(runId) })));
      } catch (error) {
        if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return null;
        throw usageError('the execution cannot be read', error);
      }
    },

    async stop(runId, cause) {
      const command = new StopExecutionCommand({ executionArn: arnOf(runId), error: 'RunStopped', cause });
      await told('the run cannot be stopped', client.send(command));
    },

    async list(limit, status) {
      const command = new ListExecutionsCommand({
        stateMachineArn,
        maxResults: limit,
        ...(status === undefined ? {} : { statusFilter: 'RUNNING' }),
      });
      const { executions } = await told('the executions cannot be listed', client.send(command));
      return (executions ?? []).map(toExecution);
    },
  };
}

const STATUS: Readonly<Record<string, ExecutionStatus>> = {
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timed-out',
  ABORTED: 'aborted',
  PENDING_REDRIVE: 'pending-redrive',
};

function toExecution(answer: {
  readonly name?: string | undefined;
  readonly status?: string | undefined;
  readonly startDate?: Date | undefined;
  readonly stopDate?: Date | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}): Execution {
  const { name, status, startDate, stopDate, error, cause } = answer;
  return {
    runId: name ?? '',
    status: STATUS[status ?? ''] ?? 'running',
    startedAt: startDate?.getTime() ?? 0,
    ...(stopDate === undefined ? {} : { stoppedAt: stopDate.getTime() }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
}

async function told<T>(what: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw usageError(what, error);
  }
}

/** What the service refused is for the person at the keyboard, in its own words. */
function usageError(what: string, error: unknown): UsageError {
  const message = error instanceof Error ? `${error.message} (${error.name})` : String(error);
  return new UsageError(`${what}: ${message}`, { cause: error });
}
