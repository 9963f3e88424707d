import { openLocalStore } from '../../cli/engine/local-store.ts';
import type { NetworkView } from '../../shared/model/network-view.ts';

/** Fills a data directory with what a walk leaves behind that saw this view. */
export async function storeView(dataDir: string, view: NetworkView): Promise<void> {
  const local = await openLocalStore(dataDir);
  const { store } = local;
  const { network, run } = view;
  await store.createRun(run);
  const entries = Map.groupBy(view.neighbors, ({ deviceId }) => deviceId);
  for (const { stored } of view.devices) {
    if (!stored) continue;
    await store.saveDevice({ ...stored, network });
    await store.saveNeighbors(network, stored.deviceId, entries.get(stored.deviceId) ?? []);
  }
  await local.close();
}
