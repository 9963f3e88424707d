import { stringify } from 'csv-stringify/sync';
import { safeText } from './safe-text.ts';

export type CsvValue = string | number | boolean | null | undefined;

export interface CsvColumn<Row> {
  readonly title: string;
  readonly value: (row: Row) => CsvValue;
}

/**
 * What a spreadsheet takes for a formula (OWASP, "CSV Injection"): `=`, `+`, `-`, `@` and their full-width forms at the start of a cell,
 * behind white space too; and behind a `;`, where a program whose list separator that is begins a new cell.
 */
const FORMULA = /(^|;)(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/**
 * RFC 4180: a line of titles, CRLF, quotes where they are needed, a blank cell for null. Texts are safe for a terminal and for a
 * spreadsheet: what acts on either becomes `�`, and what would be a formula gets a leading `'`. Numbers stay numbers.
 */
export function csvText<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map(({ value }) => csvCell(value(row))));
  return stringify([columns.map(({ title }) => title), ...lines], { record_delimiter: '\r\n' });
}

function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? spreadsheetText(value) : String(value);
}

/** A device's text for a cell: safe to read, and computed by no spreadsheet. */
export const spreadsheetText = (text: string): string => safeText(text).replace(FORMULA, "$1'");
