import { UsageError } from '../../shared/errors.ts';
import type { MappedLink } from '../../shared/model/run-map.ts';
import type { Run } from '../../shared/model/run.ts';
import type { Store } from '../../shared/ports/store.ts';
import { loadHistory, type HistoryRun } from '../../shared/steps/load-history.ts';
import { changeText } from '../../shared/topology/change-text.ts';
import type { Named } from '../../shared/topology/match-device-names.ts';
import { changeJson } from '../render/changes.ts';
import { renderHistory, type HistoryRow } from '../render/history.ts';
import { isoTime } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import { findNode } from './find-node.ts';
import { findTargets } from './find-targets.ts';
import { whole } from './run-options.ts';
import { defineDataOptions, withRun } from './stored-data.ts';

const LAST_RUNS = 20;
/** How far back runs of the network are looked for. */
const RECENT_RUNS = 1000;

/** One device over the runs that are kept: seen or not, what it said of itself, neighbors that came and went. */
export const history: CliCommand = {
  hasCsv: true,
  define: (command) => {
    command
      .argument('<device>', 'its name, an address or a serial number')
      .option('--last <n>', `how many runs are looked at (default: ${LAST_RUNS})`, whole);
    defineDataOptions(command, 'network');
  },
  run: (invocation) =>
    withRun(invocation, async (store, { network }) => {
      const [asked = ''] = invocation.args;
      const last = (invocation.options['last'] as number | undefined) ?? LAST_RUNS;
      const runs = (await store.listRuns(RECENT_RUNS))
        .filter((run) => run.network === network && !run.settings.exec)
        .slice(0, last);
      const onlyOne = (fits: readonly Named[]): void => {
        if (fits.length > 1) findNode(fits, asked, network);
      };
      const seen = await loadHistory(store, runs, asked, onlyOne);
      const rows = await Promise.all(seen.map((each) => rowOf(store, each, asked)));
      if (!rows.some(({ status }) => status !== 'absent' && status !== 'unknown')) {
        const what = runs.length === 1 ? 'the one run' : `the last ${runs.length} runs`;
        throw new UsageError(
          `${what} of the network ${network} never heard of ${asked}: netwalker devices --status all lists who they heard of, --last N looks further back`,
        );
      }
      return {
        data: rows.map(({ changes, since, ...row }) => ({
          ...{ ...row, since },
          changes: changes.map((change) => changeJson(change, { before: since ?? '', after: row.runId })),
        })),
        csv: { columns: COLUMNS, rows: rows.map(csvRow) },
        text: (columns) => renderHistory(rows, columns),
      };
    }),
};

const COLUMNS = [
  ...['runId', 'startedAt', 'run', 'status', 'why', 'at', 'target', 'name', 'platform', 'model', 'osVersion'],
  ...['serials', 'addresses', 'neighbors', 'since', 'changes', 'carriedOver'],
];

const csvRow = (row: HistoryRow): Readonly<Record<string, unknown>> => ({
  ...row,
  neighbors: row.neighbors.map(
    ({ port, neighbor, neighborPort }) => `${port ?? '?'} - ${neighbor} ${neighborPort ?? '?'}`,
  ),
  changes: row.changes.map(changeText),
});

async function rowOf(store: Store, { run, entry }: HistoryRun, asked: string): Promise<HistoryRow> {
  const base = { runId: run.runId, startedAt: isoTime(run.startedAt), run: run.status };
  if (!entry) return { ...base, ...NOTHING, ...(await fromTargets(store, run, asked)) };
  const { device, links, since, changes } = entry;
  if (!device) return { ...base, ...NOTHING, status: 'absent', since, changes };
  const { status, why, target, name, platform, model, osVersion, serials, addresses } = device;
  return {
    ...base,
    ...{ status, why, target, name, platform, model, osVersion, serials, addresses, since, changes },
    at: isoTime(device.at ?? undefined),
    carriedOver: isCarried(run, device.at),
    neighbors: links.map((link) => neighborOf(link, device.id)),
  };
}

const NOTHING = {
  ...{ at: null, target: null, name: null, platform: null, model: null, osVersion: null },
  ...{ why: null, serials: [], addresses: [], neighbors: [], since: null, changes: [], carriedOver: false },
} as const;

/** A run that goes on from another shows what that one saw: such a time lies before its own start. */
const isCarried = (run: Run, at: number | null | undefined): boolean =>
  typeof at === 'number' && at < run.startedAt;

function neighborOf({ a, b, status }: MappedLink, id: string): HistoryRow['neighbors'][number] {
  const [own, other] = a.id === id ? [a, b] : [b, a];
  return { port: own.port, neighbor: other.device, neighborPort: other.port, status };
}

/** Of a run that kept no map (it goes on, or it did not complete): how its targets ended. */
async function fromTargets(
  store: Store,
  run: Run,
  asked: string,
): Promise<Pick<HistoryRow, 'status' | 'why' | 'at' | 'target' | 'carriedOver'>> {
  const known = (await findTargets(store, run, asked)).filter(({ outcome }) => outcome !== undefined);
  const target = known.find(({ outcome }) => outcome?.kind === 'visited') ?? known[0];
  const why = `the run ${run.status === 'running' ? 'goes on' : `kept no map (${run.status})`}`;
  if (!target?.outcome) return { status: 'unknown', why, at: null, target: null, carriedOver: false };
  const { outcome, finishedAt, targetId } = target;
  const ended = { at: isoTime(finishedAt), target: targetId, carriedOver: isCarried(run, finishedAt) };
  if (outcome.kind === 'failed') return { status: 'failed', why: `${outcome.class}, ${why}`, ...ended };
  if (outcome.kind === 'skipped') return { status: 'told', why: `${outcome.skip}, ${why}`, ...ended };
  return { status: 'visited', why, ...ended };
}
