import type { Device, DevicePort } from '../../../shared/model/device.ts';
import type { StoredNeighbor } from '../../../shared/model/neighbor.ts';
import { deriveTopology } from '../../../shared/topology/derive-topology.ts';

/** A visited device: `of('sw1', { chassisIds: [...] })`. Its id is its name. */
export function device(name: string, more: Partial<Device> = {}): Device {
  return {
    deviceId: name,
    network: 'lab',
    name,
    platform: 'arista_eos',
    serials: [],
    chassisIds: [],
    addresses: [],
    ports: [],
    firstSeenAt: 1,
    lastSeenAt: 2,
    lastRunId: 'run-1',
    ...more,
  };
}

/** A CDP entry of `deviceId`: `localPort` sees `remoteName`'s `remotePort`. */
export function cdp(
  deviceId: string,
  localPort: string | null,
  remoteName: string | null,
  remotePort: string | null,
  more: Partial<StoredNeighbor> = {},
): StoredNeighbor {
  return {
    deviceId,
    runId: 'run-1',
    seenAt: 2,
    protocol: 'cdp',
    localPort,
    remoteName,
    remotePort,
    managementAddresses: [],
    chassisId: null,
    platform: null,
    capabilities: [],
    ...more,
  };
}

export function lldp(...args: Parameters<typeof cdp>): StoredNeighbor {
  return { ...cdp(...args), protocol: 'lldp' };
}

export const port = (name: string, more: Partial<DevicePort> = {}): DevicePort => ({ name, ...more });

/** Links as text: `sw1 Gi0/1 -- sw2 Gi0/2 confirmed cdp+lldp`. */
export function links(devices: readonly Device[], neighbors: readonly StoredNeighbor[]): string[] {
  return deriveTopology({ devices, neighbors }).links.map(
    ({ a, b, status, protocols }) =>
      `${a.nodeId} ${a.port ?? '?'} -- ${b.nodeId} ${b.port ?? '?'} ${status} ${protocols.join('+')}`,
  );
}

export function nodes(devices: readonly Device[], neighbors: readonly StoredNeighbor[]): string[] {
  return deriveTopology({ devices, neighbors })
    .devices.map(({ nodeId, visited }) => `${nodeId}${visited ? '' : ' not visited'}`)
    .sort();
}
