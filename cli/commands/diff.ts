import { UsageError } from '../../shared/errors.ts';
import type { MapChange, RunMap } from '../../shared/model/run-map.ts';
import type { Store } from '../../shared/ports/store.ts';
import { changeText, driftOf } from '../../shared/steps/compare-runs.ts';
import { diffMaps } from '../../shared/topology/diff-maps.ts';
import { driftText } from '../render/event-line.ts';
import { safeText } from '../render/safe-text.ts';
import type { CliCommand } from './cli-command.ts';
import { EXIT } from './host.ts';
import { defineDataOptions, withRun } from './stored-data.ts';

const RECENT_RUNS = 200;

/** What is different between two runs: the latest and the one before it, or those that are named. */
export const diff: CliCommand = {
  define: (command) => {
    command
      .argument('[before]', 'the id of a run (default: the one before the latest)')
      .argument('[after]', 'the id of a run (default: the latest)')
      .option('--fail-on-change', 'end with status 5 if anything is different');
    defineDataOptions(command, 'network');
  },
  run: (invocation) =>
    withRun(invocation, async (store, latest) => {
      const [before, after] = await twoMaps(store, latest.network, invocation.args);
      const changes = diffMaps(before.map, after.map);
      const drift = driftOf(before.runId, changes);
      const fails = invocation.options['failOnChange'] === true && changes.length > 0;
      return {
        ...(fails ? { exitCode: EXIT.changed } : {}),
        data: { before: before.runId, after: after.runId, drift, changes },
        text: () => safeText(textOf(before.runId, after.runId, driftText(drift), changes), { keep: '\n' }),
      };
    }),
};

interface Kept {
  readonly runId: string;
  readonly map: RunMap;
}

async function twoMaps(
  store: Store,
  network: string,
  asked: readonly string[],
): Promise<readonly [Kept, Kept]> {
  const [first, second] = asked;
  if (first !== undefined && second !== undefined)
    return [await keptBy(store, first), await keptBy(store, second)];
  const found: Kept[] = [];
  for (const run of await store.listRuns(RECENT_RUNS)) {
    if (run.network !== network || run.runId === first) continue;
    const map = await store.getRunMap(run.runId);
    if (map) found.push({ runId: run.runId, map });
    if (found.length === (first === undefined ? 2 : 1)) break;
  }
  const [after, before] = found;
  if (first !== undefined && after) return [await keptBy(store, first), after];
  if (after && before) return [before, after];
  throw new UsageError(
    `there are not two completed runs of the network ${network} to compare yet: walk it again (netwalker discover, or netwalker run start --stack NAME)`,
  );
}

async function keptBy(store: Store, runId: string): Promise<Kept> {
  const map = await store.getRunMap(runId);
  if (map) return { runId, map };
  throw new UsageError(`run ${runId} kept no map: only runs that completed do; netwalker runs lists them`);
}

function textOf(before: string, after: string, figures: string, changes: readonly MapChange[]): string {
  if (changes.length === 0) return `nothing is different between run ${before} and run ${after}`;
  return [
    `from run ${before} to run ${after}: ${figures}`,
    ...changes.map((change) => `  ${changeText(change)}`),
  ].join('\n');
}
