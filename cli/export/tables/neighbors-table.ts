import type { StoredNeighbor } from '../../../shared/model/neighbor.ts';
import { column, dateOf, listed, type ExportTable } from './export-table.ts';

interface NeighborRow extends StoredNeighbor {
  readonly device: string | null;
}

export const neighborsTable: ExportTable<NeighborRow> = {
  name: 'neighbors',
  sheet: 'Neighbors',
  columns: [
    column('device', 'Device', ({ device }) => device),
    column('localPort', 'Port', ({ localPort }) => localPort),
    column('protocol', 'Protocol', ({ protocol }) => protocol),
    column('remoteName', 'Neighbor', ({ remoteName }) => remoteName),
    column('remotePort', "Neighbor's port", ({ remotePort }) => remotePort),
    column('remotePortDescription', 'Port description', ({ remotePortDescription }) => remotePortDescription),
    column('managementAddresses', 'Addresses', ({ managementAddresses }) => listed(managementAddresses)),
    column('platform', 'Platform', ({ platform }) => platform),
    column('chassisId', 'Chassis id', ({ chassisId }) => chassisId),
    column('capabilities', 'Capabilities', ({ capabilities }) => listed(capabilities)),
    column('remoteDescription', 'Description', ({ remoteDescription }) => remoteDescription),
    column('seenAt', 'Seen', ({ seenAt }) => dateOf(seenAt)),
    column('deviceId', 'Id', ({ deviceId }) => deviceId),
  ],
  rows: ({ devices, neighbors }) => {
    const names = new Map(devices.map(({ nodeId, name }) => [nodeId, name]));
    return neighbors.map((entry) => ({ ...entry, device: names.get(entry.deviceId) ?? null }));
  },
};
