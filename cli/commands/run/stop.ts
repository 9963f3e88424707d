import { UsageError } from '../../../shared/errors.ts';
import { safeText } from '../../render/safe-text.ts';
import type { OpenStack } from '../../stack/open-stack.ts';
import type { RunAction } from './stack-run.ts';

/**
 * Stops an execution. Probes in flight close their sessions by themselves within their budget; a rule of the stack then ends the
 * run, which sweeps its sessions and frees its network.
 */
export const stop: RunAction = {
  summary: 'stop a run (default: the one that is running)',
  define: (command) => command.option('--cause <text>', 'why, for those who look at it later'),
  run: async (stack, invocation) => {
    const runId = invocation.args[1] ?? (await runningOn(stack));
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

/** The newest execution may be one that the lock of the network refused: what is to be stopped is the one that goes on. */
async function runningOn({ executions }: OpenStack): Promise<string> {
  const [running, ...others] = await executions.list(10, 'running');
  if (!running) throw new UsageError('no run is running on this stack: netwalker run list');
  if (others.length === 0) return running.runId;
  const ids = [running, ...others].map(({ runId }) => runId).join(', ');
  throw new UsageError(`more than one run is running (${ids}): name the one to stop, netwalker run stop RUN`);
}
