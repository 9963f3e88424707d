import type { ReadStream, WriteStream } from 'node:tty';

/** What a command may use of the process; `main.ts` hands it in. */
export interface Host {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: ReadStream;
  readonly stdout: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>;
  readonly stderr: WriteStream;
  readonly now: () => number;
  /** Aborted by the first Ctrl-C. */
  readonly interrupted: AbortSignal;
}

export const EXIT = {
  ok: 0,
  ourFault: 1,
  wrongUsage: 2,
  incomplete: 3,
  noSeedReached: 4,
  changed: 5,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command answers: printed as JSON with --json, as CSV with --csv, else as text. */
export interface CommandResult {
  readonly exitCode?: ExitCode;
  readonly data: unknown;
  /** What --csv prints, where the command lists something. */
  readonly csv?: CsvRows;
  /** Fits into `columns` where it can. */
  readonly text: (columns: number) => string;
}

/** Rows with the keys that are their columns, in order. */
export interface CsvRows {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export interface Invocation {
  readonly host: Host;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}
