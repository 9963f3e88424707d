import type { Command } from 'commander';
import { UsageError } from '../../../shared/errors.ts';
import type { OpenStack } from '../../stack/open-stack.ts';
import type { CommandResult, Invocation } from '../host.ts';

/** What one word after `netwalker run` does on an open stack. */
export interface RunAction {
  readonly summary: string;
  readonly define?: (command: Command) => void;
  readonly run: (stack: OpenStack, invocation: Invocation) => Promise<CommandResult>;
}

/** Opens the stack that `--stack` names for one action. */
export async function withStack(
  invocation: Invocation,
  work: (stack: OpenStack) => Promise<CommandResult>,
): Promise<CommandResult> {
  const { stack, region } = invocation.options as { readonly stack?: string; readonly region?: string };
  if (stack === undefined) {
    throw new UsageError('name the deployed stack with --stack; a run on this machine is netwalker discover');
  }
  const { openStack } = await import('../../stack/open-stack.ts');
  const opened = await openStack(stack, region);
  try {
    return await work(opened);
  } finally {
    opened.close();
  }
}

/** The run that is asked for by its id, else the newest execution. */
export async function runIdOf(stack: OpenStack, invocation: Invocation): Promise<string> {
  const [, asked] = invocation.args;
  if (asked !== undefined) return asked;
  const [newest] = await stack.executions.list(1);
  if (newest) return newest.runId;
  throw new UsageError('nothing ran on this stack yet: netwalker run start --stack NAME');
}
