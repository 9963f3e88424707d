import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import type { NetworkView } from '../../shared/model/network-view.ts';
import type { Run } from '../../shared/model/run.ts';
import type { Store } from '../../shared/ports/store.ts';
import { loadView } from '../../shared/steps/load-view.ts';
import { makeSites } from '../../shared/topology/site.ts';
import { readConfigFile } from '../config/read-config-file.ts';
import type { CommandResult, Invocation } from './host.ts';

/** Which data a command looks at. */
export interface DataOptions {
  readonly dataDir?: string;
  readonly stack?: string;
  readonly region?: string;
  readonly config?: string;
  readonly network?: string;
  readonly run?: string;
}

/** How far back a run of a network is looked for. */
const RECENT_RUNS = 1000;

export function defineDataOptions(command: Command, which: 'network' | 'run'): void {
  command.option('--network <name>', 'the network (default: that of the latest run)');
  if (which === 'run') command.option('--run <id>', 'the run (default: the latest)');
  defineDataSource(command);
}

/** Results are in a data directory, or in the table of a deployed stack. */
export function defineDataSource(command: Command): void {
  defineStack(command);
  defineDataDir(command);
}

export function defineStack(command: Command): void {
  command
    .option('--stack <name>', 'the deployed stack whose table is read')
    .option('--region <region>', "the stack's AWS region (default: that of the AWS profile)");
}

export function defineDataDir(command: Command): void {
  command
    .option('--data-dir <dir>', 'where the tables are kept (default: .netwalker)')
    .option('--config <file>', 'the config file (default: netwalker.yaml, where there is one)');
}

/** The data directory: the flag, else what the config file says, else `.netwalker`. */
export function dataDirOf(options: DataOptions): string {
  if (options.dataDir === '') throw new UsageError('--data-dir names no directory');
  if (options.dataDir !== undefined) return options.dataDir;
  const file = readConfigFile(options.config);
  if (file?.settings.dataDir === undefined) return '.netwalker';
  return resolve(file.directory, file.settings.dataDir);
}

/** Opens the store for one command. A directory without data is not made: `work` is not called then. */
export async function withStore(
  invocation: Invocation,
  work: (store: Store) => Promise<CommandResult>,
): Promise<CommandResult> {
  const { stack, region, dataDir: given }: DataOptions = invocation.options;
  if (stack !== undefined) {
    if (given !== undefined) throw new UsageError('--stack and --data-dir are two places: name one of them');
    const { openStack } = await import('../stack/open-stack.ts');
    const opened = await openStack(stack, region);
    try {
      return await work(opened.store);
    } finally {
      opened.close();
    }
  }
  const dataDir = dataDirOf(invocation.options);
  if (!hasData(dataDir)) return noRunYet(dataDir);
  const { openLocalStore } = await import('../engine/local-store.ts');
  const local = await openLocalStore(dataDir, commandOf(invocation));
  try {
    return await work(local.store);
  } finally {
    await local.close();
  }
}

/** Whether a run has kept something there. Throws UsageError where that cannot be told: to say "no run yet" would be wrong. */
export function hasData(dataDir: string): boolean {
  try {
    return statSync(join(dataDir, 'db')).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw new UsageError(`the data directory ${dataDir} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** The word that this process was called with: `devices`. */
const commandOf = ({ host }: Invocation): string => host.argv.find((word) => /^[a-z]+$/.test(word)) ?? '';

/** The same with the run that is asked for: --run, else the latest one (of --network). */
export function withRun(
  invocation: Invocation,
  work: (store: Store, run: Run) => Promise<CommandResult>,
): Promise<CommandResult> {
  return withStore(invocation, async (store) => {
    const options: DataOptions = invocation.options;
    const run = await chooseRun(store, options);
    if (run) return work(store, run);
    return options.stack === undefined ? noRunYet(dataDirOf(options)) : noRunOnStack(options.stack);
  });
}

/** The same with the network as people look at it: devices, links, neighbors and failures, with the sites of the config file. */
export function withView(
  invocation: Invocation,
  work: (view: NetworkView, store: Store) => Promise<CommandResult> | CommandResult,
): Promise<CommandResult> {
  return withRun(invocation, async (store, run) => work(await viewOf(invocation, store, run), store));
}

/** A run's network as people look at it, for a command that needs it only sometimes. */
export function viewOf({ options }: Invocation, store: Store, run: Run): Promise<NetworkView> {
  const { config }: DataOptions = options;
  return loadView(store, run, makeSites(readConfigFile(config)?.settings.sites ?? []));
}

async function chooseRun(store: Store, options: DataOptions): Promise<Run | null> {
  if (options.run !== undefined) {
    const run = await store.getRun(options.run);
    if (run && (options.network === undefined || run.network === options.network)) return run;
    throw new UsageError(`there is no run ${options.run}: netwalker runs lists those that there are`);
  }
  const runs = await store.listRuns(RECENT_RUNS);
  const { network } = options;
  // A run with commands has seen nothing of the network: it is looked at where it is named.
  const walks = runs.filter(({ settings }) => !settings.exec);
  const run = walks.find((candidate) => network === undefined || candidate.network === network);
  if (run || network === undefined || walks.length === 0) return run ?? null;
  const known = [...new Set(walks.map((candidate) => candidate.network))];
  throw new UsageError(`there is no run of the network ${network}; there are runs of ${known.join(', ')}`);
}

const noRunYet = (dataDir: string): CommandResult => ({
  data: [],
  text: () =>
    `no run yet in ${dataDir}: netwalker discover --seed ADDRESS --scope CIDR, or netwalker discover --lab campus`,
});

const noRunOnStack = (stack: string): CommandResult => ({
  data: [],
  text: () => `no run yet on the stack ${stack}: netwalker run start --stack ${stack}`,
});
