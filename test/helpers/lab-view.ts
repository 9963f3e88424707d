import type { Blueprint, CableEnd, LabDevice } from '../../lab/network/blueprint.ts';
import { buildNetwork } from '../../lab/network/build-network.ts';
import { KINDS } from '../../lab/network/kind.ts';
import type { Topology } from '../../lab/lab-name.ts';
import type { Device } from '../../shared/model/device.ts';
import type { StoredNeighbor } from '../../shared/model/neighbor.ts';
import type { NetworkView } from '../../shared/model/network-view.ts';
import type { Run } from '../../shared/model/run.ts';
import type { Target } from '../../shared/model/target.ts';
import { loadView } from '../../shared/steps/load-view.ts';
import { makeSites } from '../../shared/topology/site.ts';

const AT = Date.UTC(2026, 10, 24, 8, 30);

/** The view of a lab as a walk leaves it, without walking: `failed` and `told` say who was not visited, by name. */
export function labView(
  topology: Topology,
  size: number,
  more: { failed?: (name: string) => boolean; told?: (name: string) => boolean } = {},
): Promise<NetworkView> {
  const blueprint = buildNetwork(topology, size, 1);
  const failed = blueprint.devices.filter(({ name }) => more.failed?.(name));
  const missing = new Set([...failed, ...blueprint.devices.filter(({ name }) => more.told?.(name))]);
  return loadView(storeOf(blueprint, missing, failed), RUN, makeSites([{ nameUpTo: '-' }]));
}

function storeOf(blueprint: Blueprint, missing: ReadonlySet<LabDevice>, failed: readonly LabDevice[]) {
  const neighbors = Map.groupBy(
    blueprint.cables.flatMap(({ a, b, cdp, lldp }) => {
      const protocols = [...(cdp ? (['cdp'] as const) : []), ...(lldp ? (['lldp'] as const) : [])];
      return protocols.flatMap((protocol) => [told(protocol, a, b), told(protocol, b, a)]);
    }),
    ({ deviceId }) => deviceId,
  );
  return {
    listDevices: async () => blueprint.devices.filter((device) => !missing.has(device)).map(stored),
    listNeighbors: async (_network: string, deviceId: string) => neighbors.get(deviceId) ?? [],
    listTargets: async () => failed.map(failedTarget),
  };
}

const stored = (device: LabDevice): Device => ({
  deviceId: device.name,
  network: 'lab',
  name: device.announcedName,
  platform: device.entry.kind,
  vendor: KINDS[device.entry.kind].vendor,
  ...(device.entry.model === null ? {} : { model: device.entry.model }),
  osVersion: device.entry.osVersion,
  serials: device.serials,
  chassisIds: [],
  addresses: device.addresses,
  ports: device.ports.map(({ name, mac }) => ({ name, mac })),
  uptimeSeconds: device.uptimeMinutes * 60,
  firstSeenAt: AT - 86_400_000,
  lastSeenAt: AT,
  lastRunId: RUN.runId,
});

const told = (protocol: 'cdp' | 'lldp', here: CableEnd, there: CableEnd): StoredNeighbor => ({
  deviceId: here.device.name,
  runId: RUN.runId,
  seenAt: AT,
  protocol,
  localPort: here.port.name,
  remoteName: there.device.announcedName,
  remotePort: there.port.name,
  managementAddresses: [there.told],
  chassisId: null,
  platform: there.device.entry.productId,
  capabilities: [],
});

const failedTarget = (device: LabDevice): Target => ({
  runId: RUN.runId,
  targetId: device.addresses[0] ?? '',
  address: device.addresses[0] ?? '',
  port: 22,
  depth: 2,
  seed: false,
  toldBy: null,
  nameHint: device.announcedName,
  status: 'failed',
  attempts: 2,
  enqueuedAt: AT,
  outcome: {
    kind: 'failed',
    class: 'auth-failed',
    phase: 'auth',
    reason: 'the device refused the login of ops',
  },
});

const RUN: Run = {
  runId: 'lab-run',
  network: 'lab',
  status: 'succeeded',
  settings: {
    network: 'lab',
    seeds: [],
    scope: [],
    exclude: [],
    port: 22,
    maxDepth: null,
    concurrency: 1,
    probeTimeoutSeconds: 20,
    filters: { includeNames: [], excludeNames: [], excludePlatforms: [] },
    leaks: { coolDown: 5, abort: 20 },
    lines: { retries: 1, retryAfterSeconds: 1 },
    auth: { failuresInARow: 5, pauseSeconds: 1 },
    reclaim: false,
  },
  startedAt: AT - 60_000,
  endedAt: AT,
  waves: 4,
};
