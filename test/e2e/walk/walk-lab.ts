import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLocalStore } from '../../../cli/engine/local-store.ts';
import { mappedDialer } from '../../../cli/engine/mapped-dialer.ts';
import { runLocally } from '../../../cli/engine/run-locally.ts';
import { startLab, type Lab, type LabOptions } from '../../../lab/start-lab.ts';
import { staticCredentials } from '../../../shared/adapters/static-credentials/credentials.ts';
import { runSettingsSchema } from '../../../shared/config.ts';
import type { RunSettings, RunSummary } from '../../../shared/model/run.ts';
import type { RunEvent } from '../../../shared/ports/events.ts';
import type { Store } from '../../../shared/ports/store.ts';

/** A lab, a data directory and the real workflow over both: what `discover --lab` does, in one process. */
export interface LabWalk {
  readonly lab: Lab;
  readonly store: Store;
  walk(
    more?: Partial<RunSettings>,
    interrupted?: AbortSignal,
    onEvent?: (event: RunEvent) => void,
  ): Promise<RunSummary>;
  close(): Promise<void>;
}

export async function startLabWalk(options: LabOptions): Promise<LabWalk> {
  const lab = await startLab(options);
  const folder = await mkdtemp(path.join(tmpdir(), 'netwalker-'));
  const local = await openLocalStore(folder);
  return {
    lab,
    store: local.store,
    walk: async (more = {}, interrupted = new AbortController().signal, onEvent = () => undefined) => {
      const { network, seeds, scope } = lab;
      const settings = runSettingsSchema.parse({ network, seeds, scope, ...more }) as RunSettings;
      const { summary } = await runLocally({
        store: local.store,
        settings,
        credentials: staticCredentials(lab.credential),
        dialer: mappedDialer(lab.dialMap),
        onEvent,
        interrupted,
      });
      return summary;
    },
    close: async () => {
      await local.close();
      await lab.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sockets close on the device's side a moment after ours: waits until the lab counts none, at most 2 s. */
export async function openOnDevices(lab: Lab): Promise<Record<string, number>> {
  for (let tries = 0; tries < 40 && lab.openSessions() > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return lab.openSessionsByDevice();
}

/** Every session that came up, by how it ended. */
export const closedOf = ({ sessions }: RunSummary): number =>
  sessions.closed.graceful + sessions.closed.ended + sessions.closed.destroyed;
