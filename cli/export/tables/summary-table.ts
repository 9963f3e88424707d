import type { NetworkView } from '../../../shared/model/network-view.ts';
import { ADVICE } from '../../render/advice.ts';
import { column, dateOf, type CellValue, type ExportTable } from './export-table.ts';
import { failureClassOf } from './failures-table.ts';

interface SummaryRow {
  readonly what: string;
  readonly value: CellValue;
  readonly note: string | null;
}

/** A run in figures, then what it is made of: platforms, sites, failures by class with what to do. */
export const summaryTable: ExportTable<SummaryRow> = {
  name: 'summary',
  sheet: 'Summary',
  columns: [
    column('what', 'What', ({ what }) => what),
    column('value', 'Value', ({ value }) => value),
    column('note', 'Note', ({ note }) => note),
  ],
  rows: summarize,
};

function summarize(view: NetworkView): readonly SummaryRow[] {
  const { run, devices, links, neighbors, failures } = view;
  return [
    row('network', view.network),
    row('run', run.runId),
    row('status', run.status, run.cause ?? null),
    row('started', dateOf(run.startedAt)),
    row('ended', dateOf(run.endedAt)),
    row('devices', devices.length),
    ...counted(
      'devices',
      devices.map(({ status }) => status),
    ),
    row(
      'serial numbers',
      devices.reduce((sum, { serials }) => sum + serials.length, 0),
    ),
    row('links', links.length),
    ...counted(
      'links',
      links.map(({ status }) => status),
    ),
    row('neighbor entries', neighbors.length),
    row('failures', failures.length),
    ...counted(
      'failure',
      failures.flatMap((target) => failureClassOf(target) ?? []),
      ADVICE,
    ),
    ...counted(
      'platform',
      devices.flatMap(({ platform }) => platform ?? []),
    ),
    ...counted(
      'site',
      devices.flatMap(({ site }) => site ?? []),
    ),
  ];
}

const row = (what: string, value: CellValue, note: string | null = null): SummaryRow => ({
  what,
  value,
  note,
});

/** How often each text comes, the most frequent first. */
function counted(
  what: string,
  texts: readonly string[],
  notes: Readonly<Record<string, string>> = {},
): SummaryRow[] {
  const groups = [...Map.groupBy(texts, (text) => text)];
  return groups
    .map(([text, { length }]) => [text, length] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([text, count]) => row(`${what}: ${text}`, count, Object.hasOwn(notes, text) ? notes[text] : null));
}
