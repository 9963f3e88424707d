import { Argument } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import type { CliCommand } from './cli-command.ts';
import { list } from './run/list.ts';
import { start } from './run/start.ts';
import { status } from './run/status.ts';
import { withStack, type RunAction } from './run/stack-run.ts';
import { stop } from './run/stop.ts';
import { watch } from './run/watch.ts';
import { defineStack } from './stored-data.ts';

const ACTIONS: Readonly<Record<string, RunAction>> = { start, status, watch, stop, list };

/** Runs of a deployed stack. */
export const run: CliCommand = {
  define: (command) => {
    const actions = new Argument('<action>', 'what to do').choices(Object.keys(ACTIONS));
    command.addArgument(actions).argument('[run]', 'the id of a run');
    for (const action of Object.values(ACTIONS)) action.define?.(command);
    defineStack(command);
    command.addHelpText('after', HELP);
  },
  run: (invocation) => {
    const action = ACTIONS[invocation.args[0] ?? ''];
    if (!action) throw new UsageError(`run takes ${Object.keys(ACTIONS).join(', ')}`);
    return withStack(invocation, (stack) => action.run(stack, invocation));
  },
};

const HELP = `
Actions:
${Object.entries(ACTIONS)
  .map(([name, { summary }]) => `  ${name.padEnd(8)}${summary}`)
  .join('\n')}

Examples:
  netwalker run start --stack netwalker --scope 10.20.0.0/16 --watch
  netwalker run stop --stack netwalker`;
