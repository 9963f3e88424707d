import type { FailureClass } from '../../shared/model/outcome.ts';
import type { Target } from '../../shared/model/target.ts';
import { ADVICE } from '../render/advice.ts';
import { safeText } from '../render/safe-text.ts';
import { renderTable } from '../render/table.ts';
import type { CliCommand } from './cli-command.ts';
import { defineDataOptions, withRun } from './stored-data.ts';

export const failures: CliCommand = {
  define: (command) => defineDataOptions(command, 'run'),
  run: (invocation) =>
    withRun(invocation, async (store, run) => {
      const targets = await store.listTargets(run.runId);
      const rows = targets
        .flatMap(toRow)
        .sort((a, b) => compareText(a.class, b.class) || compareText(a.address, b.address));
      return {
        data: rows,
        text: (columns) =>
          rows.length === 0 ? `nothing failed in run ${run.runId}` : byClass(rows, columns),
      };
    }),
};

const compareText = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

interface FailureRow {
  readonly address: string;
  readonly device: string | null;
  readonly class: FailureClass;
  readonly phase: string;
  readonly reason: string;
  readonly attempts: number;
  readonly toldBy: string | null;
}

function toRow({ targetId, nameHint, outcome, attempts, toldBy }: Target): readonly FailureRow[] {
  if (outcome?.kind !== 'failed') return [];
  return [
    {
      address: targetId,
      device: nameHint ?? null,
      class: outcome.class,
      phase: outcome.phase,
      reason: outcome.reason,
      attempts,
      toldBy: toldBy?.deviceName ?? null,
    },
  ];
}

function byClass(rows: readonly FailureRow[], columns: number): string {
  const groups = Map.groupBy(rows, (row) => row.class);
  return [...groups]
    .map(
      ([name, group]) =>
        `${safeText(`${name} (${group.length}): ${ADVICE[name]}`)}\n${table(group, columns)}`,
    )
    .join('\n\n');
}

const table = (rows: readonly FailureRow[], columns: number): string =>
  renderTable(
    rows,
    [
      { title: 'ADDRESS', value: ({ address }) => address },
      { title: 'DEVICE', value: ({ device }) => device },
      { title: 'TOLD BY', value: ({ toldBy }) => toldBy ?? 'seed' },
      { title: 'TRIES', value: ({ attempts }) => attempts, align: 'right' },
      { title: 'WHAT HAPPENED', value: ({ reason }) => reason },
    ],
    columns,
  );
