import type { Device } from '../model/device.ts';
import type { Topology } from '../model/link.ts';
import type { StoredNeighbor } from '../model/neighbor.ts';
import type { Store } from '../ports/store.ts';
import { deriveTopology } from '../topology/derive-topology.ts';

/** Reads of neighbors in flight at once: each is one small query. */
const PARALLEL = 16;

export interface Observed {
  readonly devices: readonly Device[];
  readonly neighbors: readonly StoredNeighbor[];
}

/** What the devices of a network said last. */
export async function loadObservations(
  store: Pick<Store, 'listDevices' | 'listNeighbors'>,
  network: string,
): Promise<Observed> {
  const devices = await store.listDevices(network);
  const neighbors: StoredNeighbor[] = [];
  for (let start = 0; start < devices.length; start += PARALLEL) {
    const page = devices.slice(start, start + PARALLEL);
    const lists = await Promise.all(page.map((device) => store.listNeighbors(network, device.deviceId)));
    neighbors.push(...lists.flat());
  }
  return { devices, neighbors };
}

/** The map of a network, derived from what its devices said last. */
export async function loadTopology(
  store: Pick<Store, 'listDevices' | 'listNeighbors'>,
  network: string,
): Promise<Topology> {
  return deriveTopology(await loadObservations(store, network));
}
