import { renderTable } from '../../render/table.ts';
import { isoTime } from '../../render/times.ts';
import type { RunAction } from './stack-run.ts';

const LISTED = 50;

/** Executions with what the table says of their runs. */
export const list: RunAction = {
  summary: 'list the executions, newest first',
  run: async ({ executions, store }) => {
    const found = await executions.list(LISTED);
    const rows = await Promise.all(
      found.map(async ({ runId, status, startedAt, stoppedAt }) => {
        const run = await store.getRun(runId);
        return {
          runId,
          execution: status,
          status: run?.status ?? null,
          startedAt: isoTime(startedAt),
          stoppedAt: isoTime(stoppedAt),
          devices: run?.summary?.devices ?? null,
          failed: run?.summary?.targets.failed ?? null,
          leaked: run?.summary?.sessions.leaked ?? null,
        };
      }),
    );
    return {
      data: rows,
      text: (columns) =>
        rows.length === 0
          ? 'nothing ran on this stack yet'
          : renderTable(
              rows,
              [
                { title: 'RUN', value: ({ runId }) => runId },
                { title: 'EXECUTION', value: ({ execution }) => execution },
                { title: 'STATUS', value: ({ status }) => status },
                { title: 'STARTED', value: ({ startedAt }) => startedAt },
                { title: 'DEVICES', value: ({ devices }) => devices, align: 'right' },
                { title: 'FAILED', value: ({ failed }) => failed, align: 'right' },
                { title: 'LEAKED', value: ({ leaked }) => leaked, align: 'right' },
              ],
              columns,
            ),
    };
  },
};
