import type { CommandResult } from './host.ts';

/** A list as a result: its rows for --json, the same under these columns for --csv, and a text. */
export function listing<Row extends object>(list: {
  readonly rows: readonly Row[];
  readonly columns: readonly (keyof Row & string)[];
  readonly text: (columns: number) => string;
}): CommandResult {
  const { rows, columns, text } = list;
  return { data: rows, csv: { columns, rows: rows as readonly Readonly<Record<string, unknown>>[] }, text };
}
