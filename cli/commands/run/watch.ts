import type { Run } from '../../../shared/model/run.ts';
import { renderSummary } from '../../render/summary.ts';
import { watchRun } from '../../render/watch-run.ts';
import { followRun } from '../../stack/follow-run.ts';
import type { OpenStack } from '../../stack/open-stack.ts';
import { EXIT, type CommandResult, type ExitCode, type Host, type Invocation } from '../host.ts';
import { runIdOf, type RunAction } from './stack-run.ts';

/** The progress of a run on AWS, as `discover` shows it, until it ended. Ctrl-C ends the watching, not the run. */
export const watch: RunAction = {
  summary: 'show the progress of a run until it ended (default: the newest)',
  run: async (stack, invocation) => watchOn(stack, invocation, await runIdOf(stack, invocation)),
};

export async function watchOn(
  stack: OpenStack,
  { host, options }: Invocation,
  runId: string,
): Promise<CommandResult> {
  const view = await watchRun(host, () => null);
  const run = await followRun(stack, runId, { onEvent: view.onEvent, signal: host.interrupted }).finally(
    view.stop,
  );
  const { summary } = run;
  if (!summary) return stillRunning(run, host);
  const source = { stack: String(options['stack']) };
  return { exitCode: exitOf(run), data: summary, text: () => renderSummary(summary, source) };
}

function stillRunning({ runId, status }: Run, host: Host): CommandResult {
  const hint = `run ${runId} goes on; netwalker run stop ends it`;
  return {
    exitCode: host.interrupted.aborted ? EXIT.interrupted : EXIT.incomplete,
    data: { runId, status },
    text: () => hint,
  };
}

function exitOf({ status }: Run): ExitCode {
  if (status === 'succeeded') return EXIT.ok;
  return status === 'failed' ? EXIT.ourFault : EXIT.incomplete;
}
