import type { Device } from '../../shared/model/device.ts';
import type { Link } from '../../shared/model/link.ts';
import type { StoredNeighbor } from '../../shared/model/neighbor.ts';
import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import type { Target } from '../../shared/model/target.ts';
import { HOSTILE_NAMES } from './hostile-names.ts';
import { SUCCEEDED_RUN } from './succeeded-run.ts';

const AT = SUCCEEDED_RUN.endedAt ?? 0;

/**
 * A ring of devices in which every text that a device says is hostile: its name, site, model, version, serial number, the ports of its
 * links. The first two devices have a second link; every seventh device was only told of, every eleventh failed.
 */
export function hostileView(names: readonly string[] = HOSTILE_NAMES.map(({ text }) => text)): NetworkView {
  const devices = names.map(deviceOf);
  const links = names.map((name, at) => linkOf(devices, at, name));
  const [first, second] = [devices[0]!, devices[1]!];
  const again: Link = {
    a: { nodeId: first.nodeId, device: first.name, port: 'Gi1/0/47' },
    b: { nodeId: second.nodeId, device: second.name, port: 'Gi1/0/48' },
    status: 'confirmed',
    protocols: ['lldp'],
  };
  return {
    network: SUCCEEDED_RUN.network,
    run: SUCCEEDED_RUN,
    devices,
    links: [...links, again],
    neighbors: names.map((name, at) => neighborOf(devices, at, name)),
    failures: devices.flatMap(({ failure }) => (failure ? [failure] : [])),
  };
}

function deviceOf(text: string, at: number): ViewedDevice {
  const status = at % 7 === 6 ? 'told' : at % 11 === 10 ? 'failed' : 'visited';
  const visited = status === 'visited';
  const stored: Device = {
    deviceId: `${text}~${at}`,
    network: SUCCEEDED_RUN.network,
    name: text,
    platform: 'cisco_ios',
    vendor: text,
    model: text,
    osVersion: text,
    serials: [text, `S${at}`],
    chassisIds: [],
    addresses: ['10.0.0.1'],
    ports: [{ name: text, description: text }],
    uptimeSeconds: 60,
    firstSeenAt: AT,
    lastSeenAt: AT,
    lastRunId: SUCCEEDED_RUN.runId,
  };
  return {
    nodeId: visited ? stored.deviceId : `stub:${text}~${at}`,
    name: text,
    platform: visited ? stored.platform : null,
    vendor: visited ? text : null,
    model: text,
    osVersion: visited ? text : null,
    serials: visited ? stored.serials : [],
    addresses: stored.addresses,
    visited,
    site: text,
    status,
    failure: status === 'failed' ? failureOf(text, at) : null,
    stored: visited ? stored : null,
  };
}

function linkOf(devices: readonly ViewedDevice[], at: number, text: string): Link {
  const [a, b] = [devices[at]!, devices[(at + 1) % devices.length]!];
  const status = a.visited && b.visited ? 'confirmed' : 'one-sided';
  return {
    a: { nodeId: a.nodeId, device: a.name, port: text },
    b: { nodeId: b.nodeId, device: b.name, port: `${text}/${at}` },
    status,
    protocols: ['cdp', 'lldp'],
  };
}

function neighborOf(devices: readonly ViewedDevice[], at: number, text: string): StoredNeighbor {
  return {
    deviceId: devices[at]!.nodeId,
    runId: SUCCEEDED_RUN.runId,
    seenAt: AT,
    protocol: 'cdp',
    localPort: text,
    remoteName: devices[(at + 1) % devices.length]!.name,
    remotePort: `${text}/${at}`,
    managementAddresses: ['10.0.0.1'],
    chassisId: text,
    platform: text,
    capabilities: [text],
    remotePortDescription: text,
    remoteDescription: text,
  };
}

function failureOf(text: string, at: number): Target {
  return {
    runId: SUCCEEDED_RUN.runId,
    targetId: `10.0.1.${at}`,
    address: `10.0.1.${at}`,
    port: 22,
    depth: 1,
    seed: false,
    toldBy: { deviceId: text, deviceName: text, protocol: 'cdp', localPort: text },
    nameHint: text,
    status: 'failed',
    attempts: 1,
    enqueuedAt: AT,
    outcome: { kind: 'failed', class: 'auth-failed', phase: 'auth', reason: text },
  };
}
