import type { Device } from '../../shared/model/device.ts';
import { isoTime } from '../render/times.ts';
import { renderTable } from '../render/table.ts';
import type { CliCommand } from './cli-command.ts';
import { defineDataOptions, withRun } from './stored-data.ts';

export const devices: CliCommand = {
  define: (command) => defineDataOptions(command, 'network'),
  run: (invocation) =>
    withRun(invocation, async (store, run) => {
      const found = await store.listDevices(run.network);
      const rows = [...found]
        .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
        .map(toRow);
      return {
        data: rows,
        text: (columns) =>
          rows.length === 0
            ? `no device in the network ${run.network}: netwalker failures says why`
            : table(rows, columns),
      };
    }),
};

const toRow = (device: Device) => ({
  name: device.name,
  platform: device.platform,
  vendor: device.vendor ?? null,
  model: device.model ?? null,
  osVersion: device.osVersion ?? null,
  serials: device.serials,
  addresses: device.addresses,
  uptimeSeconds: device.uptimeSeconds ?? null,
  vlans: device.vlans ?? null,
  interfaceAddresses: device.interfaceAddresses ?? null,
  ...(device.notKept ? { notKept: device.notKept } : {}),
  unsupported: device.unsupported ?? [],
  firstSeenAt: isoTime(device.firstSeenAt),
  lastSeenAt: isoTime(device.lastSeenAt),
  lastRunId: device.lastRunId,
  deviceId: device.deviceId,
});

function table(rows: readonly ReturnType<typeof toRow>[], columns: number): string {
  return renderTable(
    rows,
    [
      { title: 'NAME', value: ({ name }) => name },
      { title: 'PLATFORM', value: ({ platform }) => platform },
      { title: 'MODEL', value: ({ model }) => model },
      { title: 'VERSION', value: ({ osVersion }) => osVersion },
      { title: 'SERIALS', value: ({ serials }) => serials.join(', ') },
      { title: 'ADDRESSES', value: ({ addresses }) => addresses.join(', ') },
    ],
    columns,
  );
}
