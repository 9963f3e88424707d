import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import { lastSeen } from '../../shared/topology/select-view.ts';
import { renderTable } from '../render/table.ts';
import { isoTime } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import { defineFilters, defineStatus, narrowView, statusesOf } from './filter-options.ts';
import { listing } from './listing.ts';
import { defineDataOptions, withView } from './stored-data.ts';

const STATUSES = ['visited', 'failed', 'told', 'all'];

export const devices: CliCommand = {
  hasCsv: true,
  define: (command) => {
    defineFilters(command);
    defineStatus(command, STATUSES, 'visited');
    defineDataOptions(command, 'network');
  },
  run: (invocation) =>
    withView(invocation, (view) => {
      const given = statusesOf(invocation);
      const statuses = given.length === 0 ? ['visited'] : given;
      const seenAt = lastSeen(view);
      const shown = narrowView(view, invocation).devices.filter((device) => hasStatus(device, statuses));
      const rows = [...shown]
        .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
        .map((device) => toRow(device, seenAt(device)));
      return listing({
        rows,
        columns: COLUMNS,
        text: (columns) => (rows.length === 0 ? nothing(view) : table(rows, columns)),
      });
    }),
};

/** `failed`: the run could not visit it, whether an earlier one did or not. */
function hasStatus({ status, failure }: ViewedDevice, wanted: readonly string[]): boolean {
  return wanted.some(
    (each) => each === 'all' || each === status || (each === 'failed' && failure?.outcome?.kind === 'failed'),
  );
}

const toRow = (device: ViewedDevice, seenAt: number | null) => ({
  name: device.name,
  platform: device.platform,
  vendor: device.vendor,
  model: device.model,
  osVersion: device.osVersion,
  serials: device.serials,
  addresses: device.addresses,
  uptimeSeconds: device.stored?.uptimeSeconds ?? null,
  vlans: device.stored?.vlans ?? null,
  interfaceAddresses: device.stored?.interfaceAddresses ?? null,
  ...(device.stored?.notKept ? { notKept: device.stored.notKept } : {}),
  unsupported: device.stored?.unsupported ?? [],
  firstSeenAt: isoTime(device.stored?.firstSeenAt),
  lastSeenAt: isoTime(seenAt ?? undefined),
  lastRunId: device.stored?.lastRunId ?? null,
  deviceId: device.stored?.deviceId ?? null,
  site: device.site,
  status: device.status,
  failure: device.failure?.outcome?.kind === 'failed' ? device.failure.outcome.class : null,
});

const COLUMNS = [
  ...([
    'name',
    'site',
    'status',
    'platform',
    'vendor',
    'model',
    'osVersion',
    'serials',
    'addresses',
  ] as const),
  ...(['uptimeSeconds', 'firstSeenAt', 'lastSeenAt', 'lastRunId', 'failure', 'deviceId'] as const),
];

function nothing({ network, devices: all }: NetworkView): string {
  return all.length === 0
    ? `no device in the network ${network}: netwalker failures says why`
    : `none of the ${all.length} devices of the network ${network} fits: netwalker devices --status all lists them`;
}

function table(rows: readonly ReturnType<typeof toRow>[], columns: number): string {
  const hasSites = rows.some(({ site }) => site !== null);
  const hasStatuses = rows.some(({ status, failure }) => status !== 'visited' || failure !== null);
  return renderTable(
    rows,
    [
      { title: 'NAME', value: ({ name }) => name },
      ...(hasSites ? [{ title: 'SITE', value: ({ site }: (typeof rows)[number]) => site }] : []),
      ...(hasStatuses ? [{ title: 'STATUS', value: statusText, whole: true as const }] : []),
      { title: 'PLATFORM', value: ({ platform }) => platform, whole: true },
      { title: 'MODEL', value: ({ model }) => model, yields: 1 },
      { title: 'VERSION', value: ({ osVersion }) => osVersion },
      { title: 'SERIALS', value: ({ serials }) => serials.join(', '), yields: 2 },
      { title: 'ADDRESSES', value: ({ addresses }) => addresses.join(', '), yields: 3 },
    ],
    columns,
  );
}

const statusText = ({ status, failure }: ReturnType<typeof toRow>): string =>
  failure === null ? status : `${status === 'failed' ? '' : `${status}, now `}failed: ${failure}`;
