import type { Device } from '../../model/device.ts';
import type { StoredNeighbor } from '../../model/neighbor.ts';

/** Attributes that a map is made of, and those that every device and entry has. */
export const MAPPED_OF_DEVICE: readonly (keyof Device)[] = [
  ...(['deviceId', 'network', 'name', 'platform', 'vendor', 'model', 'osVersion'] as const),
  ...(['serials', 'lastSerials', 'chassisIds', 'addresses', 'ports'] as const),
  ...(['firstSeenAt', 'lastSeenAt', 'lastRunId'] as const),
];

export const MAPPED_OF_NEIGHBOR: readonly (keyof StoredNeighbor)[] = [
  ...(['deviceId', 'runId', 'seenAt', 'protocol', 'localPort', 'remoteName', 'remotePort'] as const),
  ...(['remotePortDescription', 'managementAddresses', 'chassisId', 'platform', 'capabilities'] as const),
];
