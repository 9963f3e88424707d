import type { Device } from '../model/device.ts';
import type { Topology } from '../model/link.ts';
import type { StoredNeighbor } from '../model/neighbor.ts';
import type { ReadOptions, Store } from '../ports/store.ts';
import { deriveTopology } from '../topology/derive-topology.ts';
import { inParallel } from './in-parallel.ts';

/** Reads of neighbors in flight at once: each is one small query. */
const PARALLEL = 16;

export interface Observed {
  readonly devices: readonly Device[];
  readonly neighbors: readonly StoredNeighbor[];
}

/** What the devices of a network said last; with `onlyMapped`, without what no map is made of. */
export async function loadObservations(
  store: Pick<Store, 'listDevices' | 'listNeighbors'>,
  network: string,
  options: ReadOptions = {},
): Promise<Observed> {
  const devices = await store.listDevices(network, options);
  const lists = new Map<string, readonly StoredNeighbor[]>();
  await inParallel(devices, PARALLEL, async ({ deviceId }) => {
    lists.set(deviceId, await store.listNeighbors(network, deviceId, options));
  });
  return { devices, neighbors: devices.flatMap(({ deviceId }) => lists.get(deviceId) ?? []) };
}

/** The map of a network, derived from what its devices said last. */
export async function loadTopology(
  store: Pick<Store, 'listDevices' | 'listNeighbors'>,
  network: string,
): Promise<Topology> {
  return deriveTopology(await loadObservations(store, network, { onlyMapped: true }));
}
