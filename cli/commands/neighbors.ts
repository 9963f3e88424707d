import type { StoredNeighbor } from '../../shared/model/neighbor.ts';
import { renderTable } from '../render/table.ts';
import { isoTime } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import { findDevice } from './find-device.ts';
import { defineDataOptions, withRun } from './stored-data.ts';

export const neighbors: CliCommand = {
  define: (command) => {
    command.argument('<device>', 'its name, an address or a serial number');
    defineDataOptions(command, 'network');
  },
  run: (invocation) =>
    withRun(invocation, async (store, run) => {
      const device = await findDevice(store, run.network, invocation.args[0] ?? '');
      const entries = await store.listNeighbors(run.network, device.deviceId);
      const rows = entries.map((entry) => toRow(device.name, entry));
      return {
        data: rows,
        text: (columns) => (rows.length === 0 ? `${device.name} tells of no neighbor` : table(rows, columns)),
      };
    }),
};

const toRow = (device: string, { seenAt, deviceId: _, ...entry }: StoredNeighbor) => ({
  device,
  ...entry,
  seenAt: isoTime(seenAt),
});

function table(rows: readonly ReturnType<typeof toRow>[], columns: number): string {
  return renderTable(
    rows,
    [
      { title: 'LOCAL PORT', value: ({ localPort }) => localPort },
      { title: 'BY', value: ({ protocol }) => protocol },
      { title: 'NEIGHBOR', value: ({ remoteName, chassisId }) => remoteName ?? chassisId },
      { title: 'ITS PORT', value: ({ remotePort }) => remotePort },
      { title: 'ADDRESSES', value: ({ managementAddresses }) => managementAddresses.join(', ') },
      { title: 'PLATFORM', value: ({ platform }) => platform },
    ],
    columns,
  );
}
