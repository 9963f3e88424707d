import type { NetworkView } from '../../../shared/model/network-view.ts';

export type CellValue = string | number | Date | null;

export interface ExportColumn<Row> {
  /** The column's name in CSV: as in the JSON export. */
  readonly key: string;
  /** Its heading in a workbook. */
  readonly title: string;
  readonly value: (row: Row) => CellValue;
}

/** One kind of row of an export: a CSV file, or a sheet of a workbook. */
export interface ExportTable<Row> {
  readonly name: string;
  readonly sheet: string;
  readonly columns: readonly ExportColumn<Row>[];
  readonly rows: (view: NetworkView) => readonly Row[];
}

export const column = <Row>(
  key: string,
  title: string,
  value: (row: Row) => CellValue | undefined,
): ExportColumn<Row> => ({ key, title, value: (row) => value(row) ?? null });

export const dateOf = (time: number | undefined): Date | null => (time === undefined ? null : new Date(time));

export const listed = (texts: readonly string[]): string => texts.join(', ');
