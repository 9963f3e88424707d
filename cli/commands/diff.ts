import { InvalidArgumentError } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import { CHANGE_KINDS, type MapChange, type RunMap } from '../../shared/model/run-map.ts';
import type { Run } from '../../shared/model/run.ts';
import type { Store } from '../../shared/ports/store.ts';
import { driftOf } from '../../shared/steps/compare-runs.ts';
import { changeText } from '../../shared/topology/change-text.ts';
import { diffMaps } from '../../shared/topology/diff-maps.ts';
import { matchesGlob } from '../../shared/topology/glob.ts';
import { changeJson, evidenceText, renderChanges } from '../render/changes.ts';
import { driftText } from '../render/event-line.ts';
import { safeText } from '../render/safe-text.ts';
import { isoTime } from '../render/times.ts';
import { wrapText } from '../render/wrap-text.ts';
import type { CliCommand } from './cli-command.ts';
import { EXIT, type CsvRows } from './host.ts';
import { collect } from './run-options.ts';
import { defineDataOptions, withRun } from './stored-data.ts';

const RECENT_RUNS = 200;

interface DiffOptions {
  readonly failOnChange?: true;
  readonly brief?: true;
  readonly only?: readonly string[];
  readonly name?: readonly string[];
}

/** What is different between two runs, and who says so: the latest and the one before it, or those that are named. */
export const diff: CliCommand = {
  hasCsv: true,
  define: (command) => {
    command
      .argument('[before]', 'the id of a run (default: the one before the latest)')
      .argument('[after]', 'the id of a run (default: the latest)')
      .option('--fail-on-change', 'end with status 5 if anything is different (of what the filters leave)')
      .option('--only <change>', `only ${CHANGE_KINDS.join(', ')}; may be repeated`, changeKind)
      .option('--name <glob>', 'only changes of such devices and of their links; may be repeated', collect)
      .option('--brief', 'leave out who said what');
    defineDataOptions(command, 'network');
  },
  run: (invocation) =>
    withRun(invocation, async (store, latest) => {
      const { failOnChange, brief, only, name }: DiffOptions = invocation.options;
      const [before, after] = await twoMaps(store, latest.network, invocation.args);
      const changes = diffMaps(before.map, after.map)
        .filter(({ change }) => only === undefined || only.includes(change))
        .filter((change) => name === undefined || namesOf(change).some((each) => fits(each, name)));
      const drift = driftOf(before.run.runId, changes);
      const runs = { before: before.run.runId, after: after.run.runId };
      return {
        ...(failOnChange && changes.length > 0 ? { exitCode: EXIT.changed } : {}),
        data: { ...runs, drift, changes: changes.map((change) => changeJson(change, runs)) },
        csv: csvOf(changes),
        text: (columns) =>
          changes.length === 0
            ? nothing(runs, only !== undefined || name !== undefined)
            : [
                wrapText(
                  safeText(`from ${runText(before.run)} to ${runText(after.run)}: ${driftText(drift)}`),
                  columns,
                ),
                renderChanges(changes, { columns, brief: brief === true }),
              ].join('\n'),
      };
    }),
};

function changeKind(value: string, before: unknown): readonly string[] {
  if (!(CHANGE_KINDS as readonly string[]).includes(value)) {
    throw new InvalidArgumentError(`It is one of ${CHANGE_KINDS.join(', ')}.`);
  }
  return [...(Array.isArray(before) ? (before as string[]) : []), value];
}

const fits = (name: string, globs: readonly string[]): boolean =>
  globs.some((glob) => matchesGlob(glob, name));

/** Devices that a change has to do with, as either run called them. */
function namesOf(change: MapChange): readonly string[] {
  if (change.what === 'device') {
    return [change.before, change.after].flatMap((device) => (device ? [device.name] : []));
  }
  return [change.before, change.after].flatMap((link) => (link ? [link.a.device, link.b.device] : []));
}

const runText = ({ runId, startedAt }: Run): string => `run ${runId} (${isoTime(startedAt)})`;

const nothing = (runs: { readonly before: string; readonly after: string }, isFiltered: boolean): string =>
  `nothing ${isFiltered ? 'that fits ' : ''}is different between run ${runs.before} and run ${runs.after}`;

function csvOf(changes: readonly MapChange[]): CsvRows {
  return {
    columns: ['what', 'change', 'device', 'otherDevice', 'fields', 'description', 'evidence'],
    rows: changes.map((change) => {
      const link = change.what === 'link' ? (change.after ?? change.before) : null;
      return {
        ...{ what: change.what, change: change.change, fields: change.fields },
        device: change.what === 'device' ? change.device : link?.a.device,
        otherDevice: link?.b.device ?? null,
        description: changeText(change),
        evidence: change.evidence.map((each) => `${each.run}: ${evidenceText(each)}`),
      };
    }),
  };
}

interface Kept {
  readonly run: Run;
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
    if (map) found.push({ run, map });
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
  const run = await store.getRun(runId);
  if (!run) throw new UsageError(`there is no run ${runId}: netwalker runs lists those that there are`);
  const map = await store.getRunMap(runId);
  if (map) return { run, map };
  throw new UsageError(
    `run ${runId} kept no map (${run.status}): only runs that completed do; netwalker runs lists them`,
  );
}
