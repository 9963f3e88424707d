import type { Run } from '../../shared/model/run.ts';
import type { Target } from '../../shared/model/target.ts';
import type { Store } from '../../shared/ports/store.ts';
import { sessionFigures } from '../../shared/steps/session-figures.ts';
import { countEach, countView, type Count } from '../../shared/topology/count-view.ts';
import { renderStats, type Stats } from '../render/stats.ts';
import { isoTime } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import { defineFilters, narrowView } from './filter-options.ts';
import type { CsvRows } from './host.ts';
import { whole } from './run-options.ts';
import { defineDataOptions, withView } from './stored-data.ts';

const LAST_RUNS = 10;
/** How far back runs of the network are looked for. */
const RECENT_RUNS = 1000;

/** Figures of the network (narrowed by filters), of the run that is looked at, and of the runs before it. */
export const stats: CliCommand = {
  hasCsv: true,
  define: (command) => {
    command.option('--last <n>', `how many runs are compared (default: ${LAST_RUNS})`, whole);
    defineFilters(command);
    defineDataOptions(command, 'run');
  },
  run: (invocation) =>
    withView(invocation, async (view, store) => {
      const last = (invocation.options['last'] as number | undefined) ?? LAST_RUNS;
      const { runId } = view.run;
      const [targets, sessions, runs] = await Promise.all([
        store.listTargets(runId),
        store.listSessions(runId),
        lastRuns(store, view.network, last),
      ]);
      const data: Stats = {
        network: view.network,
        runId,
        ...countView(narrowView(view, invocation), invocation.host.now()),
        outcomes: countEach(targets.map(outcomeOf)),
        sessions: sessionFigures(sessions),
        runs: runs.map(trendOf),
      };
      return { data, csv: csvOf(data), text: (columns) => renderStats(data, columns) };
    }),
};

async function lastRuns(store: Store, network: string, last: number): Promise<readonly Run[]> {
  const runs = await store.listRuns(RECENT_RUNS);
  return runs.filter((run) => run.network === network && !run.settings.exec).slice(0, last);
}

/** `visited`, `failed: refused`, `skipped: out-of-scope`; a target that is not finished by its status. */
function outcomeOf({ outcome, status }: Target): string {
  if (outcome === undefined) return status;
  if (outcome.kind === 'failed') return `failed: ${outcome.class}`;
  return outcome.kind === 'skipped' ? `skipped: ${outcome.skip}` : outcome.kind;
}

const trendOf = ({ runId, status, startedAt, endedAt, summary }: Run): Stats['runs'][number] => ({
  runId,
  status,
  startedAt: isoTime(startedAt),
  durationMs: endedAt === undefined ? null : endedAt - startedAt,
  devices: summary?.devices ?? null,
  links: summary?.links ?? null,
  failed: summary?.targets.failed ?? null,
  leaked: summary?.sessions.leaked ?? null,
  closeMs: summary?.sessions.closeMs?.p95 ?? null,
  drift: summary?.drift ?? null,
});

function csvOf(data: Stats): CsvRows {
  const group = (section: string, counts: readonly Count[]) =>
    counts.map(({ name, count }) => ({ section, name, count }));
  const { closed, closeMs, durationMs, ...plain } = data.sessions;
  return {
    columns: ['section', 'name', 'count'],
    rows: [
      ...group('status', data.byStatus),
      ...group('platform', data.byPlatform),
      ...group('vendor', data.byVendor),
      ...group('model', data.byModel),
      ...group('version', data.byVersion),
      ...group('site', data.bySite),
      ...group('age', data.byAge),
      ...group('links', data.linksByStatus),
      ...group('outcome', data.outcomes),
      ...[plain, closed].flatMap((figures) =>
        Object.entries(figures).map(([name, count]) => ({ section: 'sessions', name, count })),
      ),
      ...Object.entries<number>({ ...closeMs }).map(([name, count]) => ({ section: 'closeMs', name, count })),
      ...Object.entries<number>({ ...durationMs }).map(([name, count]) => ({
        section: 'durationMs',
        name,
        count,
      })),
    ],
  };
}
