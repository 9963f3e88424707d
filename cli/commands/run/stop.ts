import { UsageError } from '../../../shared/errors.ts';
import { safeText } from '../../render/safe-text.ts';
import { runIdOf, type RunAction } from './stack-run.ts';

/**
 * Stops an execution. Probes in flight close their sessions by themselves within their budget; a rule of the stack then ends the
 * run, which sweeps its sessions and frees its network.
 */
export const stop: RunAction = {
  summary: 'stop a run (default: the one that is running)',
  define: (command) => command.option('--cause <text>', 'why, for those who look at it later'),
  run: async (stack, invocation) => {
    const runId = await runIdOf(stack, invocation);
    const execution = await stack.executions.describe(runId);
    if (execution?.status !== 'running') {
      throw new UsageError(
        `the run ${runId} is not running: its execution ${execution?.status ?? 'is unknown'}`,
      );
    }
    const { cause } = invocation.options as { readonly cause?: string };
    await stack.executions.stop(runId, cause ?? 'stopped with netwalker run stop');
    return {
      data: { runId, stopped: true },
      text: () =>
        safeText(
          `run ${runId} is stopped; probes in flight close their sessions within half a minute: netwalker run status ${runId}`,
        ),
    };
  },
};
