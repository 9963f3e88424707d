import type { Run, RunSettings } from '../../shared/model/run.ts';
import { renderTable } from '../render/table.ts';
import { isoTime, minuteOf } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import { listing } from './listing.ts';
import { defineDataSource, withStore } from './stored-data.ts';

const LISTED = 100;

export const runs: CliCommand = {
  hasCsv: true,
  define: (command) => {
    command.option('--network <name>', 'only runs of this network');
    defineDataSource(command);
  },
  run: (invocation) =>
    withStore(invocation, async (store) => {
      const { network } = invocation.options;
      const all = await store.listRuns(LISTED);
      const rows = all.filter((run) => network === undefined || run.network === network).map(toRow);
      return listing({
        rows,
        columns: COLUMNS,
        text: (columns) => (rows.length === 0 ? 'no run' : table(rows, columns)),
      });
    }),
};

const toRow = ({ runId, network, status, settings, startedAt, endedAt, waves, summary, cause }: Run) => ({
  runId,
  network,
  /** `walk`, what it visits of the run that it goes on from, or `exec`. */
  kind: kindOf(settings),
  basis: settings.basis?.run ?? null,
  status,
  startedAt: isoTime(startedAt),
  endedAt: isoTime(endedAt),
  waves: summary?.waves ?? waves,
  devices: summary?.devices ?? null,
  links: summary?.links ?? null,
  failed: summary?.targets.failed ?? null,
  carriedOver: summary?.carriedOver?.visited ?? null,
  leaked: summary?.sessions.leaked ?? null,
  cause: cause ?? null,
});

function kindOf({ basis, exec }: RunSettings): string {
  if (exec) return 'exec';
  return basis ? KINDS[basis.visit] : 'walk';
}

const KINDS = { unvisited: 'resume', failed: 'only-failed', stale: 'stale' } as const;

const COLUMNS = [
  ...(['runId', 'network', 'status', 'startedAt', 'endedAt', 'waves', 'devices', 'links'] as const),
  ...(['failed', 'leaked', 'cause', 'kind', 'basis', 'carriedOver'] as const),
];

function table(rows: readonly ReturnType<typeof toRow>[], columns: number): string {
  const hasKinds = rows.some(({ kind }) => kind !== 'walk');
  return renderTable(
    rows,
    [
      { title: 'RUN', value: ({ runId }) => runId, whole: true },
      { title: 'NETWORK', value: ({ network }) => network, yields: 3 },
      ...(hasKinds ? [{ title: 'KIND', value: ({ kind }: (typeof rows)[number]) => kind, yields: 4 }] : []),
      { title: 'STATUS', value: ({ status }) => status },
      { title: 'STARTED', value: ({ startedAt }) => minuteOf(startedAt), yields: 1, whole: true },
      { title: 'DEVICES', value: (row) => row.devices, align: 'right' },
      { title: 'LINKS', value: ({ links }) => links, align: 'right' },
      { title: 'FAILED', value: ({ failed }) => failed, align: 'right' },
      { title: 'LEAKED', value: ({ leaked }) => leaked, align: 'right', yields: 2 },
      { title: 'CAUSE', value: ({ cause }) => cause ?? '', yields: 4 },
    ],
    columns,
  );
}
