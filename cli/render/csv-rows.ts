import { csvText, type CsvValue } from './csv.ts';

/** The rows that --json prints as CSV: a column for each key; a list in a cell is joined by commas. */
export function csvRows(listed: {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}): string {
  const columns = listed.columns.map((title) => ({
    title,
    value: (row: Readonly<Record<string, unknown>>) => cell(row[title]),
  }));
  return csvText(columns, listed.rows);
}

function cell(value: unknown): CsvValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? value.join(', ')
    : JSON.stringify(value);
}
