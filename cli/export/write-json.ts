import type { z } from 'zod';
import type { Link } from '../../shared/model/link.ts';
import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import type { StoredNeighbor } from '../../shared/model/neighbor.ts';
import type { Target } from '../../shared/model/target.ts';
import { safeJson } from '../render/safe-text.ts';
import { isoTime } from '../render/times.ts';
import type { WriteExport } from './exported.ts';
import { EXPORT_SCHEMA, type exportSchema } from './export-schema.ts';

export type JsonExport = z.infer<typeof exportSchema>;

/** The whole view: the contract is `export-schema.ts`. No character of a device is lost; those that act on a terminal are `\uXXXX`. */
export const writeJson: WriteExport = (view) => ({
  files: [{ name: `${view.network}.json`, content: `${safeJson(jsonExport(view))}\n` }],
});

export function jsonExport(view: NetworkView): JsonExport {
  const { network, run, devices, links, neighbors, failures } = view;
  return {
    schema: EXPORT_SCHEMA,
    network,
    run: {
      runId: run.runId,
      status: run.status,
      startedAt: new Date(run.startedAt).toISOString(),
      endedAt: isoTime(run.endedAt),
    },
    devices: devices.map(deviceJson),
    links: links.map(({ a, b, status, protocols }) => ({
      a: endJson(a),
      b: endJson(b),
      status,
      protocols: [...protocols],
    })),
    neighbors: neighbors.map(neighborJson),
    failures: failures.flatMap(failureJson),
  };
}

const endJson = ({ nodeId, device, port }: Link['a']): JsonExport['links'][number]['a'] => ({
  id: nodeId,
  device,
  port,
});

function deviceJson(device: ViewedDevice): JsonExport['devices'][number] {
  const { stored, failure } = device;
  const [failed] = failure ? failureJson(failure) : [];
  return {
    id: device.nodeId,
    name: device.name,
    site: device.site,
    status: device.status,
    platform: device.platform,
    vendor: device.vendor,
    model: device.model,
    osVersion: device.osVersion,
    serials: [...device.serials],
    addresses: [...device.addresses],
    chassisIds: [...(stored?.chassisIds ?? [])],
    ports: (stored?.ports ?? []).map(({ name, mac, description, addresses }) => ({
      name,
      mac: mac ?? null,
      description: description ?? null,
      addresses: [...(addresses ?? [])],
    })),
    uptimeSeconds: stored?.uptimeSeconds ?? null,
    firstSeenAt: isoTime(stored?.firstSeenAt),
    lastSeenAt: isoTime(stored?.lastSeenAt),
    lastRunId: stored?.lastRunId ?? null,
    failure: failed ? { class: failed.class, phase: failed.phase, reason: failed.reason } : null,
  };
}

const neighborJson = (entry: StoredNeighbor): JsonExport['neighbors'][number] => ({
  deviceId: entry.deviceId,
  protocol: entry.protocol,
  localPort: entry.localPort,
  remoteName: entry.remoteName,
  remotePort: entry.remotePort,
  remotePortDescription: entry.remotePortDescription ?? null,
  remoteDescription: entry.remoteDescription ?? null,
  managementAddresses: [...entry.managementAddresses],
  chassisId: entry.chassisId,
  platform: entry.platform,
  capabilities: [...entry.capabilities],
  seenAt: new Date(entry.seenAt).toISOString(),
  runId: entry.runId,
});

function failureJson(target: Target): JsonExport['failures'] {
  const { outcome } = target;
  if (outcome?.kind !== 'failed') return [];
  return [
    {
      address: target.address,
      port: target.port,
      name: target.nameHint ?? null,
      toldBy: target.toldBy?.deviceName ?? null,
      class: outcome.class,
      phase: outcome.phase,
      reason: outcome.reason,
      attempts: target.attempts,
      finishedAt: isoTime(target.finishedAt),
    },
  ];
}
