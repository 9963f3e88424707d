import type { RunSummary } from '../../shared/model/run.ts';
import { safeText } from '../render/safe-text.ts';
import { renderTable } from '../render/table.ts';
import type { ExecRow } from './exec-rows.ts';

/** A table where every output is a line, else one output below the other; then the figures of the run. */
export function renderExec(rows: readonly ExecRow[], summary: RunSummary, columns: number): string {
  const isShort = rows.every(({ output }) => !output.trim().includes('\n'));
  return [isShort ? table(rows, columns) : rows.map(block).join('\n\n'), '', figures(rows, summary)].join(
    '\n',
  );
}

function table(rows: readonly ExecRow[], columns: number): string {
  const hasMany = new Set(rows.map(({ command }) => command)).size > 1;
  return renderTable(
    rows,
    [
      { title: 'DEVICE', value: ({ device }) => device },
      { title: 'ADDRESS', value: ({ address }) => address, yields: 2 },
      { title: 'PLATFORM', value: ({ platform }) => platform, yields: 1 },
      ...(hasMany ? [{ title: 'COMMAND', value: ({ command }: ExecRow) => command }] : []),
      { title: 'STATUS', value: ({ status }) => status },
      { title: 'OUTPUT', value: ({ output, reason }) => reason ?? output.trim() },
    ],
    columns,
  );
}

/** Lines and columns as they were printed; what would act on a terminal is shown as `�`. */
function block({ device, address, command, status, reason, output, cut }: ExecRow): string {
  const why = reason === null ? '' : `: ${reason}`;
  const lost = cut === null ? '' : ` (${cut} more characters were cut off)`;
  const heading = safeText(`# ${device} (${address}): ${command} (${status}${why})${lost}`);
  return output === '' ? heading : `${heading}\n${safeText(output, { keep: '\n\t' }).trimEnd()}`;
}

function figures(rows: readonly ExecRow[], { runId, status, sessions }: RunSummary): string {
  const { graceful, ended, destroyed } = sessions.closed;
  const counts = [...Map.groupBy(rows, (row) => row.status)].map(([name, of]) => `${of.length} ${name}`);
  const devices = new Set(rows.map(({ device }) => device)).size;
  return safeText(
    `run ${runId} ${status}: ${devices} devices, ${counts.join(', ')}; ${sessions.opened} sessions opened, ` +
      `${graceful + ended + destroyed} closed, ${sessions.leaked} leaked`,
  );
}
