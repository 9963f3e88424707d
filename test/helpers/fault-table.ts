/** One line of a printed table: what was done to a session, and how it ended. */
export interface FaultLine {
  readonly phase: string;
  readonly fault: string;
  readonly ends: string;
  readonly ledger: string;
  /** `graceful peer-fin`, or `-` where nothing came up. */
  readonly closed: string;
  readonly ms: number;
  readonly isAsSpecified: boolean;
}

const HEAD = ['phase', 'fault', 'class', 'ledger', 'closed by, proof', 'ms'];

/** Prints a matrix of faults, row by row, and how many ended as specified. */
export function printFaults(title: string, lines: readonly FaultLine[], specified: number): void {
  const rows = lines.map((line) => [
    line.phase,
    line.isAsSpecified ? line.fault : `${line.fault} (NOT AS SPECIFIED)`,
    line.ends,
    line.ledger,
    line.closed,
    String(line.ms),
  ]);
  const widths = HEAD.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const text = [HEAD, ...rows].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const good = lines.filter(({ isAsSpecified }) => isAsSpecified).length;
  console.log([title, ...text, `${title}: ${good} of ${specified} as specified`].join('\n'));
}
