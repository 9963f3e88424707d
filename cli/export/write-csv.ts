import { UsageError } from '../../shared/errors.ts';
import type { NetworkView } from '../../shared/model/network-view.ts';
import { csvText } from '../render/csv.ts';
import type { ExportedFile, WriteExport } from './exported.ts';
import { devicesTable } from './tables/devices-table.ts';
import type { ExportTable } from './tables/export-table.ts';
import { failuresTable } from './tables/failures-table.ts';
import { linksTable } from './tables/links-table.ts';
import { membersTable } from './tables/members-table.ts';
import { neighborsTable } from './tables/neighbors-table.ts';

const writers = [
  writer(devicesTable),
  writer(linksTable),
  writer(neighborsTable),
  writer(failuresTable),
  writer(membersTable),
];
export const CSV_TABLES = writers.map(({ name }) => name);

/** A file for each table, or for the one that is asked for. */
export const writeCsv: WriteExport = (view, { table }) => {
  const wanted = writers.filter(({ name }) => table === undefined || name === table);
  if (wanted.length === 0) throw new UsageError(`there is no table ${table}: ${CSV_TABLES.join(', ')}`);
  return { files: wanted.map(({ write }) => write(view)) };
};

function writer<Row>({ name, columns, rows }: ExportTable<Row>): {
  name: string;
  write: (view: NetworkView) => ExportedFile;
} {
  const cells = columns.map(({ key, value }) => ({
    title: key,
    value: (row: Row) => {
      const cell = value(row);
      return cell instanceof Date ? cell.toISOString() : cell;
    },
  }));
  return { name, write: (view) => ({ name: `${name}.csv`, content: csvText(cells, rows(view)) }) };
}
