import type { ViewedDevice } from '../../../shared/model/network-view.ts';
import { column, type ExportTable } from './export-table.ts';

interface MemberRow {
  readonly device: ViewedDevice;
  readonly serial: string;
  /** From 1, in the order in which the device lists its members. */
  readonly member: number;
}

/** A row for each serial number: the members of a stack, and every device that is one box. */
export const membersTable: ExportTable<MemberRow> = {
  name: 'members',
  sheet: 'Stack members',
  columns: [
    column('device', 'Device', ({ device }) => device.name),
    column('member', 'Member', ({ member }) => member),
    column('members', 'Of', ({ device }) => device.serials.length),
    column('serial', 'Serial', ({ serial }) => serial),
    column('model', 'Model', ({ device }) => device.model),
    column('osVersion', 'Version', ({ device }) => device.osVersion),
    column('site', 'Site', ({ device }) => device.site),
    column('id', 'Id', ({ device }) => device.nodeId),
  ],
  rows: ({ devices }) =>
    devices.flatMap((device) =>
      device.serials.map((serial, at): MemberRow => ({ device, serial, member: at + 1 })),
    ),
};
