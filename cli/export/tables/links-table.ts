import type { Link } from '../../../shared/model/link.ts';
import { column, listed, type ExportTable } from './export-table.ts';

export const linksTable: ExportTable<Link> = {
  name: 'links',
  sheet: 'Links',
  columns: [
    column('aDevice', 'Device', ({ a }) => a.device),
    column('aPort', 'Port', ({ a }) => a.port),
    column('bDevice', 'Device (other end)', ({ b }) => b.device),
    column('bPort', 'Port (other end)', ({ b }) => b.port),
    column('status', 'Status', ({ status }) => status),
    column('protocols', 'Protocols', ({ protocols }) => listed(protocols)),
    column('aId', 'Id', ({ a }) => a.nodeId),
    column('bId', 'Id (other end)', ({ b }) => b.nodeId),
  ],
  rows: ({ links }) => links,
};
