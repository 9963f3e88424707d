import type { NetworkView } from '../../shared/model/network-view.ts';
import type { StoredNeighbor } from '../../shared/model/neighbor.ts';
import { compareText } from '../../shared/topology/compare-text.ts';
import { renderTable } from '../render/table.ts';
import { isoTime } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import { defineFilters, narrowView } from './filter-options.ts';
import { findVisited } from './find-node.ts';
import { listing } from './listing.ts';
import { defineDataOptions, withView } from './stored-data.ts';

/** What a device says about its neighbors; without a name, what each says. */
export const neighbors: CliCommand = {
  hasCsv: true,
  define: (command) => {
    command.argument('[device]', 'its name, an address or a serial number (default: all)');
    defineFilters(command);
    defineDataOptions(command, 'network');
  },
  run: (invocation) =>
    withView(invocation, (view) => {
      const [asked] = invocation.args;
      const device = asked === undefined ? null : findVisited(view, asked);
      const entries = narrowView(view, invocation).neighbors;
      const rows = rowsOf(
        view,
        entries.filter(({ deviceId }) => device === null || deviceId === device.nodeId),
      );
      return listing({
        rows,
        columns: COLUMNS,
        text: (columns) => (rows.length === 0 ? nothing(device) : table(rows, columns, device === null)),
      });
    }),
};

const nothing = (device: { readonly name: string } | null): string =>
  device === null ? 'no device tells of such a neighbor' : `${device.name} tells of no neighbor`;

function rowsOf(view: NetworkView, entries: readonly StoredNeighbor[]) {
  const names = new Map(view.devices.map(({ nodeId, name }) => [nodeId, name]));
  return entries
    .map((entry) => toRow(names.get(entry.deviceId) ?? entry.deviceId, entry))
    .sort((one, other) => compareText(one.device, other.device));
}

const toRow = (device: string, { seenAt, deviceId: _, ...entry }: StoredNeighbor) => ({
  device,
  ...entry,
  seenAt: isoTime(seenAt),
});

const COLUMNS = [
  ...(['device', 'localPort', 'protocol', 'remoteName', 'remotePort', 'managementAddresses'] as const),
  ...(['chassisId', 'platform', 'capabilities', 'remotePortDescription', 'remoteDescription'] as const),
  ...(['seenAt', 'runId'] as const),
];

function table(rows: readonly ReturnType<typeof toRow>[], columns: number, hasDevices: boolean): string {
  return renderTable(
    rows,
    [
      ...(hasDevices ? [{ title: 'DEVICE', value: ({ device }: (typeof rows)[number]) => device }] : []),
      { title: 'LOCAL PORT', value: ({ localPort }) => localPort, whole: true },
      { title: 'BY', value: ({ protocol }) => protocol },
      { title: 'NEIGHBOR', value: ({ remoteName, chassisId }) => remoteName ?? chassisId },
      { title: 'ITS PORT', value: ({ remotePort }) => remotePort, whole: true },
      { title: 'ADDRESSES', value: ({ managementAddresses }) => managementAddresses.join(', '), yields: 1 },
      { title: 'PLATFORM', value: ({ platform }) => platform, yields: 2 },
    ],
    columns,
  );
}
