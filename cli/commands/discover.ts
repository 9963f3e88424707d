import { checkPlatform } from '../config/check-platform.ts';
import { checkSeeds } from '../config/check-seeds.ts';
import { completeCredentials } from '../config/complete-credentials.ts';
import { readDialMap } from '../config/dial-map.ts';
import { gatherRun } from '../config/gather-run.ts';
import { matchedCredentials } from '../../shared/steps/matched-credentials.ts';
import { runSettingsOf } from '../config/merge-settings.ts';
import { readConfigFile } from '../config/read-config-file.ts';
import type { RunningLab } from '../engine/lab.ts';
import { mappedDialer } from '../engine/mapped-dialer.ts';
import { countLinks } from '../render/count-links.ts';
import { renderSummary } from '../render/summary.ts';
import { watchRun } from '../render/watch-run.ts';
import type { RunSummary } from '../../shared/model/run.ts';
import type { Store } from '../../shared/ports/store.ts';
import { basisOf, defineBasisOptions, type BasisOptions } from './basis-options.ts';
import type { CliCommand } from './cli-command.ts';
import { localBasis, nothingLeft, tellWiderScope } from './go-on.ts';
import { EXIT } from './host.ts';
import type { CommandResult, ExitCode, Host } from './host.ts';
import { openLab, settledSessions } from './open-lab.ts';
import { defineRunOptions } from './run-options.ts';
import type { RunOptions } from './run-options.ts';
import { dataDirOf } from './stored-data.ts';

/** Walks a network: gathers what was said, runs the workflow, and answers the summary and what it means for the exit. */
export const discover: CliCommand = {
  define: (command) => {
    command.argument('[seeds...]', 'addresses or names to start from, as with --seed');
    defineRunOptions(command);
    defineBasisOptions(command);
    command.addHelpText('after', EXAMPLES);
  },
  run: async ({ host, args, options }) => {
    const said = options as RunOptions & BasisOptions;
    const seeds = [...args, ...(said.seed ?? [])];
    const given = seeds.length === 0 ? said : { ...said, seed: seeds };
    if (given.lab === undefined) return walk(host, given, null);
    const lab = await openLab(given.lab);
    try {
      const result = await walk(host, given, lab);
      host.stderr.write(`the lab counts ${await settledSessions(lab)} open sessions on its side\n`);
      return result;
    } finally {
      await lab.close();
    }
  },
};

const EXAMPLES = `
Examples:
  netwalker discover --lab campus
  netwalker discover 10.0.0.1 --scope 10.0.0.0/8 --username ops
  netwalker discover --seed core-1.example.net --scope 10.0.0.0/8 --key-file ~/.ssh/ops --json
  netwalker discover --resume latest --username ops
  netwalker discover --stale 7d --username ops`;

async function walk(
  host: Host,
  options: RunOptions & BasisOptions,
  lab: RunningLab | null,
): Promise<CommandResult> {
  const asked = basisOf(options);
  const basis = asked
    ? await localBasis(dataDirOf(options), { run: asked.run, network: networkOf(options, lab) })
    : null;
  const walksOn = asked?.visit === 'unvisited';
  const gathered = gatherRun(host, options, lab, basis && { run: basis, walksOn });
  const told = runSettingsOf(gathered.settings);
  const goesOn = basis && asked ? { ...told, basis: { ...asked, run: basis.runId } } : null;
  const settings = goesOn ?? told;
  if (basis) tellWiderScope(host, basis, settings);
  checkSeeds(settings);
  checkPlatform(settings.platform);
  const dialMap = options.dialMap === undefined ? (lab?.dialMap ?? null) : readDialMap(options.dialMap);
  const resolved = await completeCredentials(host, gathered.credentials);
  const credentials = resolved.map(({ credential, match }) => ({ credential, match }));
  const { openLocalStore } = await import('../engine/local-store.ts');
  const { runLocally } = await import('../engine/run-locally.ts');
  const local = await openLocalStore(gathered.dataDir, 'discover');
  try {
    const nothing = goesOn && basis ? await nothingLeft(local.store, basis, goesOn, host.now()) : null;
    if (nothing) return nothing;
    const links = countLinks(local.store, settings.network, host.now);
    const watch = await watchRun(host, links.current);
    const onEvent: typeof watch.onEvent = (event) => {
      watch.onEvent(event);
      if (host.stderr.isTTY) links.onEvent(event);
    };
    const { summary } = await runLocally({
      store: local.store,
      settings,
      credentials: matchedCredentials(credentials),
      ...(dialMap ? { dialer: mappedDialer(dialMap) } : {}),
      sandbox: { endpoint: local.endpoint, table: local.table, credentials, dialMap },
      onEvent,
      interrupted: host.interrupted,
    }).finally(watch.stop);
    const { dataDir } = gathered;
    return {
      exitCode: await exitOf(summary, local.store, host),
      data: summary,
      text: () => renderSummary(summary, { dataDir, lab: options.lab }),
    };
  } finally {
    await local.close();
  }
}

const networkOf = (options: RunOptions, lab: RunningLab | null): string | undefined =>
  options.network ?? lab?.network ?? readConfigFile(options.config)?.settings.network;

async function exitOf(summary: RunSummary, store: Store, host: Host): Promise<ExitCode> {
  if (host.interrupted.aborted) return EXIT.interrupted;
  if (summary.status === 'failed') return EXIT.ourFault;
  if (summary.status !== 'succeeded') return EXIT.incomplete;
  const targets = await store.listTargets(summary.runId);
  const reached = targets.some(
    ({ seed, outcome }) => seed && ['visited', 'alias'].includes(outcome?.kind ?? ''),
  );
  return reached ? EXIT.ok : EXIT.noSeedReached;
}
