import type { Drift, RunSummary } from '../../shared/model/run.ts';
import type { Count, ViewCounts } from '../../shared/topology/count-view.ts';
import { safeText } from './safe-text.ts';
import { renderTable } from './table.ts';
import { minuteOf, shortDuration } from './times.ts';
import { wrapText } from './wrap-text.ts';

/** What `stats --json` prints. */
export interface Stats extends ViewCounts {
  readonly network: string;
  readonly runId: string;
  /** Of the run's targets: how many were visited, skipped or failed, and why. */
  readonly outcomes: readonly Count[];
  readonly sessions: RunSummary['sessions'];
  /** The last runs of the network, newest first. */
  readonly runs: readonly {
    readonly runId: string;
    readonly status: string;
    readonly startedAt: string | null;
    readonly durationMs: number | null;
    readonly devices: number | null;
    readonly links: number | null;
    readonly failed: number | null;
    readonly leaked: number | null;
    /** 95th percentile of how long closing a session took. */
    readonly closeMs: number | null;
    readonly drift: Drift | null;
  }[];
}

/** Kinds that a line names. */
const NAMED = 8;

export function renderStats(stats: Stats, columns: number): string {
  const line = (title: string, counts: readonly Count[]): string =>
    labelled(title, countsText(counts), columns);
  return [
    line('devices', stats.byStatus),
    line('platform', stats.byPlatform),
    line('vendor', stats.byVendor),
    line('model', stats.byModel),
    line('version', stats.byVersion),
    line('site', stats.bySite),
    line(
      'seen',
      stats.byAge.filter(({ count }) => count > 0),
    ),
    line('links', stats.linksByStatus),
    '',
    safeText(`run ${stats.runId}`),
    line('targets', stats.outcomes),
    labelled('sessions', sessionsText(stats.sessions), columns),
    '',
    runsTable(stats.runs, columns),
  ].join('\n');
}

const LABEL = 10;

/** A title, and its text in a column of its own. */
function labelled(title: string, text: string, columns: number): string {
  return wrapText(safeText(text), Math.max(20, columns - LABEL))
    .split('\n')
    .map((part, at) => `${(at === 0 ? title : '').padEnd(LABEL)}${part}`)
    .join('\n');
}

function countsText(counts: readonly Count[]): string {
  if (counts.length === 0) return 'none';
  const named = counts.slice(0, NAMED).map(({ name, count }) => `${count} ${name ?? '(not known)'}`);
  const more = counts.length - named.length;
  return `${named.join(', ')}${more > 0 ? `, and ${more} more ${more === 1 ? 'kind' : 'kinds'}` : ''}`;
}

function sessionsText(sessions: Stats['sessions']): string {
  const { opened, closed, unconfirmed, neverOpened, failed, leaked, closeMs, durationMs } = sessions;
  const kinds = `${closed.graceful} graceful, ${closed.ended} ended, ${closed.destroyed} destroyed`;
  const spread = (what: string, ms: typeof closeMs): string =>
    ms === null
      ? ''
      : `; ${what} ${shortDuration(ms.p50)} (median), ${shortDuration(ms.p95)} (p95), ${shortDuration(ms.max)} at most`;
  return (
    `${opened} opened (${kinds}; ${unconfirmed} unconfirmed), ${neverOpened} never opened, ${failed} failed, ${leaked} leaked` +
    spread('closing took', closeMs) +
    spread('they lasted', durationMs)
  );
}

/** `+2 -1 ~3 ?4`: added, removed, changed, unverified; what is none is left out. */
function driftMarks(drift: Drift | null): string {
  if (drift === null) return '-';
  const { added, removed, changed, unverified } = drift;
  const marks = [
    ['+', added],
    ['-', removed],
    ['~', changed],
    ['?', unverified],
  ] as const;
  return marks.flatMap(([mark, count]) => (count > 0 ? [`${mark}${count}`] : [])).join(' ') || 'none';
}

function runsTable(runs: Stats['runs'], columns: number): string {
  const table = renderTable(
    runs,
    [
      { title: 'RUN', value: ({ runId }) => runId, whole: true },
      { title: 'STATUS', value: ({ status }) => status, yields: 3 },
      { title: 'STARTED', value: ({ startedAt }) => minuteOf(startedAt), yields: 5, whole: true },
      { title: 'TOOK', value: ({ durationMs }) => shortDuration(durationMs), align: 'right', yields: 2 },
      { title: 'DEVICES', value: (run) => run.devices, align: 'right' },
      { title: 'LINKS', value: ({ links }) => links, align: 'right' },
      { title: 'FAILED', value: ({ failed }) => failed, align: 'right' },
      { title: 'LEAKED', value: ({ leaked }) => leaked, align: 'right', yields: 4 },
      { title: 'CLOSING', value: ({ closeMs }) => shortDuration(closeMs), align: 'right', yields: 6 },
      { title: 'DRIFT', value: ({ drift }) => driftMarks(drift), yields: 1 },
    ],
    columns,
  );
  if (!runs.some(({ drift }) => drift !== null)) return table;
  return `${table}\n${wrapText('drift: + added, - removed, ~ changed, ? unverified; netwalker diff names each', columns)}`;
}
