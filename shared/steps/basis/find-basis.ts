import { UsageError } from '../../errors.ts';
import type { Run } from '../../model/run.ts';
import type { Store } from '../../ports/store.ts';

/** How far back the newest run of a network is looked for. */
const RECENT_RUNS = 1_000;

export interface AskedBasis {
  /** The id of a run, or `latest`. */
  readonly run: string;
  /** Without it, `latest` is the newest run of all networks. */
  readonly network?: string | undefined;
  /** The run that asks: it is not its own basis. */
  readonly runId?: string;
  /** Where nobody else can have the store open, a run that is said to be running is dead. */
  readonly runningIsDead?: boolean;
}

/**
 * The run that another one goes on from. One that ended before its first wave has only what it went on from itself: then it is that
 * one. Throws UsageError where there is none, where it is of another network, or where it still walks.
 */
export async function findBasis(store: Pick<Store, 'getRun' | 'listRuns'>, asked: AskedBasis): Promise<Run> {
  const run = asked.run === 'latest' ? await newest(store, asked) : await named(store, asked);
  if (run.status === 'running' && asked.runningIsDead !== true) {
    throw new UsageError(
      `run ${run.runId} still walks the network "${run.network}": wait until it ends, or stop it first`,
    );
  }
  return behind(store, run);
}

async function newest(store: Pick<Store, 'listRuns'>, { network, runId }: AskedBasis): Promise<Run> {
  const runs = await store.listRuns(RECENT_RUNS);
  const fits = (run: Run): boolean =>
    run.runId !== runId && !run.settings.exec && (network === undefined || run.network === network);
  const run = runs.find(fits);
  if (run) return run;
  const of = network === undefined ? '' : ` of the network "${network}"`;
  throw new UsageError(`there is no run${of} to go on from yet: walk it first, with netwalker discover`);
}

async function named(store: Pick<Store, 'getRun'>, { run: asked, network }: AskedBasis): Promise<Run> {
  const run = await store.getRun(asked);
  if (!run)
    throw new UsageError(`there is no run ${asked} to go on from: netwalker runs lists those there are`);
  if (run.settings.exec) {
    throw new UsageError(
      `run ${asked} ran commands and walked nowhere: name a walk, netwalker runs lists them`,
    );
  }
  if (network === undefined || network === run.network) return run;
  throw new UsageError(
    `run ${asked} walked the network "${run.network}", not "${network}": leave out --network, or name a run of it`,
  );
}

async function behind(store: Pick<Store, 'getRun'>, run: Run): Promise<Run> {
  const { basis } = run.settings;
  if (run.waves > 0 || run.status === 'succeeded' || !basis) return run;
  const before = await store.getRun(basis.run);
  return before ? behind(store, before) : run;
}
