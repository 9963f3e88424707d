import type { Topology } from '../model/link.ts';
import type { StoredNeighbor } from '../model/neighbor.ts';
import type { Store } from '../ports/store.ts';
import { deriveTopology } from '../topology/derive-topology.ts';

/** Reads of neighbors in flight at once: each is one small query. */
const PARALLEL = 16;

/** The map of a network, derived from what its devices said last. */
export async function loadTopology(
  store: Pick<Store, 'listDevices' | 'listNeighbors'>,
  network: string,
): Promise<Topology> {
  const devices = await store.listDevices(network);
  const neighbors: StoredNeighbor[] = [];
  for (let start = 0; start < devices.length; start += PARALLEL) {
    const page = devices.slice(start, start + PARALLEL);
    const lists = await Promise.all(page.map((device) => store.listNeighbors(network, device.deviceId)));
    neighbors.push(...lists.flat());
  }
  return deriveTopology({ devices, neighbors });
}
