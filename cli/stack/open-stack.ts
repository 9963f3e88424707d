import { stackOutputs } from '../../shared/adapters/cloudformation/stack-outputs.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamodbStore } from '../../shared/adapters/dynamodb/store.ts';
import { stepFunctionsExecutions } from '../../shared/adapters/step-functions/executions.ts';
import { UsageError } from '../../shared/errors.ts';
import { STACK_OUTPUTS } from '../../shared/names.ts';
import type { Executions } from '../../shared/ports/executions.ts';
import type { Store } from '../../shared/ports/store.ts';

export interface OpenStack {
  readonly store: Store;
  readonly executions: Executions;
  close(): void;
}

/**
 * A deployed stack by its name: its table and its executions, with the caller's own AWS credentials. Throws UsageError
 * where there is none, or where it is no stack of netwalker's.
 */
export async function openStack(name: string, region: string | undefined): Promise<OpenStack> {
  const outputs = await stackOutputs(name, region);
  const output = (key: string): string => {
    const value = outputs[key];
    if (value === undefined || value === '') {
      throw new UsageError(`the stack ${name} has no output ${key}: it is not a stack of netwalker's`);
    }
    return value;
  };
  const client = documentClient(region === undefined ? {} : { region });
  return {
    store: dynamodbStore({ client, table: output(STACK_OUTPUTS.table) }),
    executions: stepFunctionsExecutions({ stateMachineArn: output(STACK_OUTPUTS.stateMachine), region }),
    close: () => client.destroy(),
  };
}
