import type { Device } from '../../shared/model/device.ts';
import type { StoredNeighbor } from '../../shared/model/neighbor.ts';
import type { SessionRecord } from '../../shared/model/session-record.ts';
import type { Target } from '../../shared/model/target.ts';

/** Readable in a failure, hostile in a key. */
export const HOSTILE_NAME = `core#1/ä😀"'%$ ${'x'.repeat(233)}`;

export function target(runId: string, targetId: string, more: Partial<Target> = {}): Target {
  return {
    runId,
    targetId,
    address: targetId,
    port: 22,
    depth: 0,
    seed: true,
    toldBy: null,
    status: 'pending',
    attempts: 0,
    enqueuedAt: 1,
    ...more,
  };
}

export function session(runId: string, sessionId: string, more: Partial<SessionRecord> = {}): SessionRecord {
  return {
    sessionId,
    runId,
    targetId: '10.0.0.1',
    network: 'lab',
    address: '10.0.0.1',
    port: 22,
    username: 'walker',
    state: 'opening',
    requestId: `request-${sessionId}`,
    openingAt: 1,
    deadline: 100,
    ...more,
  };
}

export function device(deviceId: string, more: Partial<Device> = {}): Device {
  return {
    deviceId,
    network: 'lab',
    name: 'core-1',
    platform: 'cisco_ios',
    serials: [],
    chassisIds: [],
    addresses: [],
    ports: [],
    firstSeenAt: 10,
    lastSeenAt: 10,
    lastRunId: 'run-1',
    ...more,
  };
}

export function neighbor(deviceId: string, more: Partial<StoredNeighbor> = {}): StoredNeighbor {
  return {
    deviceId,
    runId: 'run-1',
    seenAt: 10,
    protocol: 'lldp',
    localPort: 'Gi1/0/1',
    remoteName: 'access-1',
    remotePort: 'Gi1/0/24',
    managementAddresses: ['10.0.0.2'],
    chassisId: '0011.2233.4455',
    platform: null,
    capabilities: ['bridge'],
    ...more,
  };
}
