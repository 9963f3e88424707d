import type { RunEvent } from '../../shared/ports/events.ts';
import type { Store } from '../../shared/ports/store.ts';
import { completeCredentials } from '../config/complete-credentials.ts';
import { readDialMap } from '../config/dial-map.ts';
import { gatherRun } from '../config/gather-run.ts';
import { matchedCredentials } from '../../shared/steps/matched-credentials.ts';
import { mappedDialer } from '../engine/mapped-dialer.ts';
import { eventLine } from '../render/event-line.ts';
import type { CliCommand } from './cli-command.ts';
import type { Invocation } from './host.ts';
import { defineLoginOptions, type RunOptions } from './run-options.ts';
import { defineDataDir, withStore } from './stored-data.ts';

type Leak = Extract<RunEvent, { type: 'session-leaked' }>;
type Looked = Extract<RunEvent, { type: 'session-reclaim' }>;

/** One sweep over the data directory; with --reclaim, the lines of what leaked are looked for on their devices. */
export const reap: CliCommand = {
  define: (command) => {
    command.option('--reclaim', 'log in to their devices and clear the lines that are provably theirs');
    defineLoginOptions(command);
    defineDataDir(command);
  },
  run: (invocation) =>
    withStore(invocation, async (store) => {
      const { endDeadRuns } = await import('../engine/dead-runs.ts');
      const { reapLocally } = await import('../engine/reap-locally.ts');
      const leaks: Leak[] = [];
      await reapLocally(store, (event) => {
        if (event.type === 'session-leaked') leaks.push(event);
      });
      // The directory is this process's alone: a run that is still said to be running is nobody's.
      await endDeadRuns(store, () => undefined);
      const looked = invocation.options['reclaim'] === true ? await reclaim(invocation, store) : [];
      const rows = leaks.map(({ sessionId, runId, address }) => ({ sessionId, runId, address }));
      const data =
        invocation.options['reclaim'] === true
          ? { flagged: rows, reclaim: looked.map(({ type: _type, ...row }) => row) }
          : rows;
      return { data, text: () => [leakText(leaks), ...looked.map((event) => eventLine(event))].join('\n') };
    }),
};

async function reclaim({ host, options }: Invocation, store: Store): Promise<readonly Looked[]> {
  const given = options as RunOptions;
  const credentials = matchedCredentials(
    await completeCredentials(host, gatherRun(host, given, null).credentials),
  );
  const { reclaimLocally } = await import('../engine/reclaim-locally.ts');
  const looked: Looked[] = [];
  await reclaimLocally({
    store,
    credentials,
    ...(given.dialMap === undefined ? {} : { dialer: mappedDialer(readDialMap(given.dialMap)) }),
    onEvent: (event) => {
      if (event.type === 'session-reclaim') looked.push(event);
    },
    interrupted: host.interrupted,
  });
  return looked;
}

function leakText(leaks: readonly Leak[]): string {
  if (leaks.length === 0) return 'no session outlived its probe';
  return [
    `${leaks.length} sessions outlived their probe and are flagged as leaked:`,
    ...leaks.map(({ address, runId }) => `  ${address} (netwalker sessions --state leaked --run ${runId})`),
  ].join('\n');
}
