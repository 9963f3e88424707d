import type { NetworkView, ViewedDevice } from '../model/network-view.ts';
import type { Run } from '../model/run.ts';
import type { Store } from '../ports/store.ts';
import { compareText } from '../topology/compare-text.ts';
import { deriveTopology } from '../topology/derive-topology.ts';
import type { SiteOf } from '../topology/site.ts';
import { targetsOfNodes } from '../topology/targets-of-nodes.ts';
import { loadObservations } from './load-topology.ts';

/** Reads a network as people look at it. The store is only read. */
export async function loadView(
  store: Pick<Store, 'listDevices' | 'listNeighbors' | 'listTargets'>,
  run: Run,
  siteOf: SiteOf,
): Promise<NetworkView> {
  const observed = await loadObservations(store, run.network);
  const topology = deriveTopology(observed);
  const targets = await store.listTargets(run.runId);
  const failures = targets.filter(({ outcome }) => outcome?.kind === 'failed');
  const failureOf = targetsOfNodes(failures);
  const storedById = new Map(observed.devices.map((device) => [device.deviceId, device]));
  const devices = topology.devices
    .map((node): ViewedDevice => {
      const failure = failureOf(node);
      const status = node.visited ? 'visited' : failure ? 'failed' : 'told';
      return { ...node, site: siteOf(node), status, failure, stored: storedById.get(node.nodeId) ?? null };
    })
    .sort((one, other) => compareText(one.name, other.name));
  return {
    network: run.network,
    run,
    devices,
    links: topology.links,
    neighbors: observed.neighbors,
    failures,
  };
}
