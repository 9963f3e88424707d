import type { Device } from '../../shared/model/device.ts';
import type { StoredNeighbor } from '../../shared/model/neighbor.ts';
import type { RunEvent } from '../../shared/ports/events.ts';
import type { DeviceStore } from '../../shared/ports/store.ts';
import { deriveTopology } from '../../shared/topology/derive-topology.ts';

/** A derivation of 1,000 devices takes some 10 ms: once in this time is not felt. */
const INTERVAL_MS = 1000;

export interface LinkCounter {
  readonly onEvent: (event: RunEvent) => void;
  /** Links between what this run has read so far; null before the first device. */
  readonly current: () => number | null;
}

/** Counts links while a run goes on: reads each visited device back once, and derives the map at most once a second. */
export function countLinks(
  store: Pick<DeviceStore, 'getDevice' | 'listNeighbors'>,
  network: string,
  now: () => number,
): LinkCounter {
  const devices = new Map<string, Device>();
  const neighbors = new Map<string, readonly StoredNeighbor[]>();
  let known = { links: null as number | null, at: 0, devices: 0 };
  const read = async (deviceId: string): Promise<void> => {
    const [device, entries] = await Promise.all([
      store.getDevice(network, deviceId),
      store.listNeighbors(network, deviceId),
    ]);
    if (device) devices.set(deviceId, device);
    neighbors.set(deviceId, entries);
  };
  return {
    onEvent: (event) => {
      if (event.type !== 'probe-finished' || event.outcome.kind !== 'visited') return;
      // Only a figure on a screen: a store that fails will fail the run itself.
      read(event.outcome.deviceId).catch(() => undefined);
    },
    current: () => {
      if (devices.size === known.devices || now() - known.at < INTERVAL_MS) return known.links;
      const { links } = deriveTopology({
        devices: [...devices.values()],
        neighbors: [...neighbors.values()].flat(),
      });
      known = { links: links.length, at: now(), devices: devices.size };
      return known.links;
    },
  };
}
