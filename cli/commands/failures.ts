import { InvalidArgumentError } from 'commander';
import { FAILURE_CLASSES, type FailureClass } from '../../shared/model/outcome.ts';
import type { Target } from '../../shared/model/target.ts';
import { ADVICE } from '../render/advice.ts';
import { safeText } from '../render/safe-text.ts';
import { wrapText } from '../render/wrap-text.ts';
import { renderTable } from '../render/table.ts';
import type { CliCommand } from './cli-command.ts';
import { defineFilters, hasFilters, narrowView } from './filter-options.ts';
import { listing } from './listing.ts';
import { defineDataOptions, viewOf, withRun } from './stored-data.ts';

export const failures: CliCommand = {
  hasCsv: true,
  define: (command) => {
    command.option(
      '--class <class>',
      'only such failures (auth-failed, refused, ...); may be repeated',
      failureClass,
    );
    defineFilters(command);
    defineDataOptions(command, 'run');
  },
  run: (invocation) =>
    withRun(invocation, async (store, run) => {
      const classes = (invocation.options['class'] as readonly string[] | undefined) ?? [];
      const isNarrowed = hasFilters(invocation) || classes.length > 0;
      const targets = hasFilters(invocation)
        ? narrowView(await viewOf(invocation, store, run), invocation).failures
        : await store.listTargets(run.runId);
      const rows = targets
        .flatMap(toRow)
        .filter((row) => classes.length === 0 || classes.includes(row.class))
        .sort((a, b) => compareText(a.class, b.class) || compareText(a.address, b.address));
      return listing({
        rows,
        columns: ['address', 'device', 'class', 'phase', 'reason', 'attempts', 'toldBy', 'advice'],
        text: (columns) =>
          rows.length === 0
            ? `nothing ${isNarrowed ? 'that fits ' : ''}failed in run ${run.runId}`
            : byClass(rows, columns),
      });
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
  /** What to do about it. */
  readonly advice: string;
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
      advice: ADVICE[outcome.class],
    },
  ];
}

function failureClass(value: string, before: unknown): readonly string[] {
  if (!(FAILURE_CLASSES as readonly string[]).includes(value)) {
    throw new InvalidArgumentError(`It is one of ${FAILURE_CLASSES.join(', ')}.`);
  }
  return [...(Array.isArray(before) ? (before as string[]) : []), value];
}

/** The most frequent cause first. */
function byClass(rows: readonly FailureRow[], columns: number): string {
  const groups = [...Map.groupBy(rows, (row) => row.class)];
  return groups
    .sort(([, one], [, other]) => other.length - one.length)
    .map(
      ([name, group]) =>
        `${wrapText(safeText(`${name} (${group.length}): ${ADVICE[name]}`), columns)}\n${table(group, columns)}`,
    )
    .join('\n\n');
}

const table = (rows: readonly FailureRow[], columns: number): string =>
  renderTable(
    rows,
    [
      { title: 'ADDRESS', value: ({ address }) => address, whole: true },
      { title: 'DEVICE', value: ({ device }) => device },
      { title: 'TOLD BY', value: ({ toldBy }) => toldBy ?? 'seed', yields: 1 },
      { title: 'TRIES', value: ({ attempts }) => attempts, align: 'right', yields: 2 },
      { title: 'WHAT HAPPENED', value: ({ reason }) => reason, whole: true },
    ],
    columns,
  );
