import type { CommandResult, Invocation } from '../commands/host.ts';
import { localBasis } from '../commands/go-on.ts';
import type { RunOptions } from '../commands/run-options.ts';
import { dataDirOf, viewOf } from '../commands/stored-data.ts';
import { completeCredentials } from '../config/complete-credentials.ts';
import { readDialMap } from '../config/dial-map.ts';
import { gatherRun } from '../config/gather-run.ts';
import { runSettingsOf } from '../config/merge-settings.ts';
import { readConfigFile } from '../config/read-config-file.ts';
import type { RunningLab } from '../engine/lab.ts';
import { mappedDialer } from '../engine/mapped-dialer.ts';
import { watchRun } from '../render/watch-run.ts';
import { matchedCredentials } from '../../shared/steps/matched-credentials.ts';
import { chooseDevices } from './choose-devices.ts';
import type { Ran } from './ran.ts';

/** Runs commands from here, on the devices of a data directory. */
export async function execLocally(
  invocation: Invocation,
  lab: RunningLab | null,
  answer: (ran: Ran) => Promise<CommandResult>,
): Promise<CommandResult> {
  const { host } = invocation;
  const options = runOptionsOf(invocation);
  const network = options.network ?? lab?.network ?? readConfigFile(options.config)?.settings.network;
  const walk = await localBasis(dataDirOf(options), { run: 'latest', network });
  const gathered = gatherRun(host, { ...options, network: walk.network }, lab, { run: walk, walksOn: false });
  const settings = runSettingsOf(gathered.settings);
  const { openLocalStore } = await import('../engine/local-store.ts');
  const { runLocally } = await import('../engine/run-locally.ts');
  const local = await openLocalStore(gathered.dataDir);
  try {
    const chosen = chooseDevices(await viewOf(invocation, local.store, walk), invocation);
    const dialMap = options.dialMap === undefined ? (lab?.dialMap ?? null) : readDialMap(options.dialMap);
    const resolved = await completeCredentials(host, gathered.credentials);
    const credentials = resolved.map(({ credential, match }) => ({ credential, match }));
    const watch = await watchRun(host, () => null, 'answered');
    const { summary } = await runLocally({
      store: local.store,
      settings: { ...settings, exec: chosen.exec },
      credentials: matchedCredentials(credentials),
      ...(dialMap ? { dialer: mappedDialer(dialMap) } : {}),
      sandbox: { endpoint: local.endpoint, table: local.table, credentials, dialMap },
      onEvent: watch.onEvent,
      interrupted: host.interrupted,
    }).finally(watch.stop);
    return await answer({ store: local.store, summary, chosen });
  } finally {
    await local.close();
  }
}

/** Without the filters: there, a platform is one that devices are narrowed to. */
function runOptionsOf({ options }: Invocation): RunOptions {
  const { platform: _filter, ...run } = options;
  return run;
}
