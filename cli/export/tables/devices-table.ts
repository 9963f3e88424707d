import type { ViewedDevice } from '../../../shared/model/network-view.ts';
import { column, dateOf, listed, type ExportTable } from './export-table.ts';
import { failureClassOf } from './failures-table.ts';

export const devicesTable: ExportTable<ViewedDevice> = {
  name: 'devices',
  sheet: 'Devices',
  columns: [
    column('name', 'Name', ({ name }) => name),
    column('site', 'Site', ({ site }) => site),
    column('status', 'Status', ({ status }) => status),
    column('platform', 'Platform', ({ platform }) => platform),
    column('vendor', 'Vendor', ({ vendor }) => vendor),
    column('model', 'Model', ({ model }) => model),
    column('osVersion', 'Version', ({ osVersion }) => osVersion),
    column('serials', 'Serials', ({ serials }) => listed(serials)),
    column('addresses', 'Addresses', ({ addresses }) => listed(addresses)),
    column('uptimeSeconds', 'Uptime (s)', ({ stored }) => stored?.uptimeSeconds),
    column('firstSeenAt', 'First seen', ({ stored }) => dateOf(stored?.firstSeenAt)),
    column('lastSeenAt', 'Last seen', ({ stored }) => dateOf(stored?.lastSeenAt)),
    column('lastRunId', 'Last run', ({ stored }) => stored?.lastRunId),
    column('failure', 'Failure', ({ failure }) => (failure ? failureClassOf(failure) : null)),
    column('id', 'Id', ({ nodeId }) => nodeId),
  ],
  rows: ({ devices }) => devices,
};
