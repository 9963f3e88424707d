import { UsageError } from '../../shared/errors.ts';
import type { Run } from '../../shared/model/run.ts';
import { ulidIds } from '../../shared/adapters/ulid/ids.ts';
import { findBasis } from '../../shared/steps/basis/find-basis.ts';
import { EXIT, type CommandResult, type Invocation } from '../commands/host.ts';
import { withStack } from '../commands/run/stack-run.ts';
import { viewOf } from '../commands/stored-data.ts';
import { watchRun } from '../render/watch-run.ts';
import { followRun } from '../stack/follow-run.ts';
import { chooseDevices } from './choose-devices.ts';
import type { Ran } from './ran.ts';

/** Has a deployed stack run commands, with its own credentials and inside its scope. Ctrl-C ends the watching, not the run. */
export function execOnStack(
  invocation: Invocation,
  answer: (ran: Ran) => Promise<CommandResult>,
): Promise<CommandResult> {
  return withStack(invocation, async (stack) => {
    const { host, options } = invocation;
    if (options['allowAny'] === true) {
      throw new UsageError(
        'a deployed stack runs only commands that read: leave out --allow-any, or run it from a machine of your own',
      );
    }
    const walk = await findBasis(stack.store, { run: 'latest', runningIsDead: true });
    const chosen = chooseDevices(await viewOf(invocation, stack.store, walk), invocation);
    const runId = ulidIds.next();
    await stack.executions.start(runId, { ...narrower(options), exec: chosen.exec });
    const view = await watchRun(host, () => null, 'answered');
    const run = await followRun(stack, runId, { onEvent: view.onEvent, signal: host.interrupted }).finally(
      view.stop,
    );
    if (!run.summary) return goesOn(run);
    return answer({ store: stack.store, summary: run.summary, chosen });
  });
}

function narrower(options: Invocation['options']): Readonly<Record<string, unknown>> {
  const { scope, exclude, concurrency, probeTimeout } = options;
  const said = { scope, exclude, concurrency, probeTimeoutSeconds: probeTimeout };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

const goesOn = ({ runId, status }: Run): CommandResult => ({
  exitCode: EXIT.interrupted,
  data: { runId, status },
  text: () =>
    `run ${runId} goes on: netwalker raw DEVICE --run ${runId} shows what devices printed, netwalker run stop ends it`,
});
