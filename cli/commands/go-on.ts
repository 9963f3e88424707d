import { UsageError } from '../../shared/errors.ts';
import type { Run, RunBasis, RunSettings } from '../../shared/model/run.ts';
import type { Target } from '../../shared/model/target.ts';
import type { Store } from '../../shared/ports/store.ts';
import { findBasis } from '../../shared/steps/basis/find-basis.ts';
import { takeOver } from '../../shared/steps/basis/take-over.ts';
import { makeScope } from '../../shared/topology/scope.ts';
import { safeText } from '../render/safe-text.ts';
import type { CommandResult, Host } from './host.ts';
import { hasData } from './stored-data.ts';

/** The run in a data directory that is asked for. Throws UsageError where there is none. */
export async function localBasis(
  dataDir: string,
  asked: { readonly run: string; readonly network: string | undefined },
): Promise<Run> {
  if (!hasData(dataDir)) {
    throw new UsageError(
      `there is no run yet in ${dataDir} to go on from: walk first, with netwalker discover`,
    );
  }
  const { openLocalStore } = await import('../engine/local-store.ts');
  const local = await openLocalStore(dataDir);
  try {
    return await findBasis(local.store, { ...asked, runningIsDead: true });
  } finally {
    await local.close();
  }
}

/** Says where the settings let a run dial more than the run that it goes on from. */
export function tellWiderScope(
  host: Host,
  basis: Run,
  settings: Pick<RunSettings, 'scope' | 'exclude'>,
): void {
  const before = makeScope({ scope: basis.settings.scope, exclude: [] });
  const wider = settings.scope.filter((cidr) => !before.covers(cidr));
  const now = makeScope({ scope: settings.exclude, exclude: [] });
  const freed = basis.settings.exclude.filter((cidr) => !now.covers(cidr));
  if (wider.length > 0) warn(host, `the scope is wider than that of run ${basis.runId}: ${wider.join(', ')}`);
  if (freed.length > 0)
    warn(host, `run ${basis.runId} had excluded what may be dialled now: ${freed.join(', ')}`);
}

const warn = (host: Host, text: string): unknown =>
  host.stderr.write(safeText(`netwalker: warning: ${text}`) + '\n');

/** Where there is nothing to go on with, that is the answer and no run is started; else null. */
export async function nothingLeft(
  store: Pick<Store, 'listTargets' | 'listDevices' | 'listNeighbors'>,
  basis: Run,
  settings: RunSettings & { readonly basis: RunBasis },
  now: number,
): Promise<CommandResult | null> {
  const { toVisit, seeds, carried } = await takeOver(store, { runId: basis.runId, settings, basis, now });
  if (toVisit.length > 0 || seeds.length > 0) return null;
  const reason = [REASONS[settings.basis.visit](basis), ...hints(settings, carried)].join('. ');
  return { data: { runId: null, basis: basis.runId, toVisit: 0, reason }, text: () => safeText(reason) };
}

const REASONS: Readonly<Record<RunBasis['visit'], (basis: Run) => string>> = {
  unvisited: ({ runId }) => `nothing is left of run ${runId}: it ended with all that it came to`,
  failed: ({ runId }) => `nothing failed in run ${runId}: there is nothing to visit`,
  stale: ({ network }) =>
    `every device of the network ${network} was seen since then: there is nothing to visit`,
};

/** What a run that goes on leaves alone, and how it is asked for. */
function hints({ basis, maxDepth }: RunSettings, carried: readonly Target[]): readonly string[] {
  if (basis?.visit !== 'unvisited') return [];
  const failed = carried.filter(({ outcome }) => outcome?.kind === 'failed').length;
  const deeper = carried.filter(
    ({ outcome }) => outcome?.kind === 'skipped' && outcome.skip === 'max-depth',
  ).length;
  return [
    ...(failed === 0
      ? []
      : [
          `${failed} failed in a way that another try alone does not mend: netwalker failures, then --only-failed`,
        ]),
    ...(deeper === 0 ? [] : [`${deeper} lie beyond --max-depth ${maxDepth ?? ''}: give a larger one`]),
  ];
}
