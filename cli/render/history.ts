import type { MapChange } from '../../shared/model/run-map.ts';
import { changeText } from '../../shared/topology/change-text.ts';
import { safeText } from './safe-text.ts';
import { wrapText } from './wrap-text.ts';

/** What `history` prints of each run. */
export interface HistoryRow {
  readonly runId: string;
  readonly startedAt: string | null;
  /** How the run ended. */
  readonly run: string;
  /** `absent`: nobody told of it. `unknown`: the run kept no map, and has no target that could say. */
  readonly status: 'visited' | 'failed' | 'told' | 'absent' | 'unknown';
  /** The class of the failure, the reason why it was skipped, or why nothing is known. */
  readonly why: string | null;
  readonly at: string | null;
  readonly target: string | null;
  readonly name: string | null;
  readonly platform: string | null;
  readonly model: string | null;
  readonly osVersion: string | null;
  readonly serials: readonly string[];
  readonly addresses: readonly string[];
  readonly neighbors: readonly {
    readonly port: string | null;
    readonly neighbor: string;
    readonly neighborPort: string | null;
    readonly status: string;
  }[];
  /** The run that it is compared with. */
  readonly since: string | null;
  readonly changes: readonly MapChange[];
  /** What stands here is what an earlier run saw: this one went on from it, and did not try the device itself. */
  readonly carriedOver: boolean;
}

const STATUS: Readonly<Record<HistoryRow['status'], string>> = {
  visited: 'visited',
  failed: 'failed',
  told: 'not visited',
  absent: 'nobody told of it',
  unknown: 'not known',
};

/** A block for each run, the newest first: how it fared with the device, what the device said, and what was new. */
export function renderHistory(rows: readonly HistoryRow[], columns: number): string {
  return rows.map((row, at) => block(row, rows[at + 1]?.runId ?? null, columns)).join('\n');
}

function block(row: HistoryRow, runBefore: string | null, columns: number): string {
  const since = row.since === null || row.since === runBefore ? '' : ` since run ${row.since}`;
  const changes = changeLines(row.changes).map((line) => `${line}${since}`);
  const lines = [
    `${row.startedAt ?? '-'}  run ${row.runId}  ${fared(row)}${row.why === null ? '' : `: ${row.why}`}`,
    ...factLines(row),
    ...changes,
  ];
  return lines
    .map((line, at) => {
      const indent = at === 0 ? '' : '    ';
      const parts = wrapText(safeText(line), Math.max(20, columns - 6)).split('\n');
      return parts.map((part, n) => `${n === 0 ? indent : '      '}${part}`).join('\n');
    })
    .join('\n');
}

function fared({ status, carriedOver, at }: HistoryRow): string {
  if (!carriedOver) return STATUS[status];
  const how = status === 'visited' ? 'seen' : STATUS[status];
  return `carried over, ${how} ${at ?? 'before'}`;
}

/** The first line of a block says how it fared; of links that nobody could verify, the number is enough (`diff` names them). */
function changeLines(changes: readonly MapChange[]): readonly string[] {
  const open = changes.filter(({ what, change }) => what === 'link' && change === 'unverified').length;
  const told = changes.filter((change) =>
    change.what === 'link' ? change.change !== 'unverified' : change.fields.join() !== 'status',
  );
  return [
    ...told.map(changeText),
    ...(open > 0
      ? [`${open} ${open === 1 ? 'link' : 'links'} unverified: who could say was not visited`]
      : []),
  ];
}

function factLines({
  status,
  platform,
  model,
  osVersion,
  serials,
  neighbors,
}: HistoryRow): readonly string[] {
  const count = neighbors.length;
  const told = `${count} ${count === 1 ? 'link' : 'links'}`;
  if (status !== 'visited') return status === 'absent' || status === 'unknown' ? [] : [told];
  const facts = [platform, model, osVersion, ...(serials.length > 0 ? [`serial ${serials.join(', ')}`] : [])];
  return [[...facts.filter((fact) => fact !== null), told].join(', ')];
}
