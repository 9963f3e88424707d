import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import { findShortestPaths, type Hop, type ShortestPaths } from '../../shared/topology/shortest-paths.ts';
import { linkSeenAt } from '../../shared/topology/select-view.ts';
import { renderPaths, type PathAnswer } from '../render/paths.ts';
import { isoTime } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import { findMapped } from './find-node.ts';
import type { CsvRows } from './host.ts';
import { whole } from './run-options.ts';
import { defineDataOptions, withView } from './stored-data.ts';

const PATHS = 20;

/** All shortest paths between two devices; where there is none, where the way ends. */
export const path: CliCommand = {
  hasCsv: true,
  define: (command) => {
    command
      .argument('<a>', 'a name, an address or a serial number')
      .argument('<b>', 'another one')
      .option('--limit <n>', `how many paths are printed (default: ${PATHS})`, whole)
      .option('--conflicting', 'take links too whose other end says that something else is behind its port');
    defineDataOptions(command, 'network');
  },
  run: (invocation) =>
    withView(invocation, (view) => {
      const [a = '', b = ''] = invocation.args;
      const from = findMapped(view, a);
      const to = findMapped(view, b);
      const { conflicting, limit = PATHS } = invocation.options as { conflicting?: true; limit?: number };
      const usable = view.links.filter(({ status }) => conflicting || status !== 'conflicting');
      const ends = { from: from.nodeId, to: to.nodeId, limit: Math.max(1, limit) };
      const found = findShortestPaths(usable, ends);
      const around =
        found.hops === null && !conflicting ? findShortestPaths(view.links, { ...ends, limit: 1 }) : null;
      const answer = answerOf(view, { from, to, found, overConflicting: around?.hops ?? null });
      return { data: answer, csv: csvOf(answer), text: () => renderPaths(answer) };
    }),
};

function answerOf(
  view: NetworkView,
  asked: {
    readonly from: ViewedDevice;
    readonly to: ViewedDevice;
    readonly found: ShortestPaths;
    readonly overConflicting: number | null;
  },
): PathAnswer {
  const { from, to, found, overConflicting } = asked;
  const names = new Map(view.devices.map(({ nodeId, name }) => [nodeId, name]));
  const nameOf = (nodeId: string): string => names.get(nodeId) ?? nodeId;
  const hopOf = (hop: Hop) => ({
    from: nameOf(hop.from),
    to: nameOf(hop.to),
    links: hop.links.map(({ fromPort, toPort, link }) => ({
      fromPort,
      toPort,
      status: link.status,
      protocols: link.protocols,
      lastSeenAt: isoTime(linkSeenAt(link) ?? undefined),
      isStale: (linkSeenAt(link) ?? 0) < view.run.startedAt,
    })),
  });
  return {
    from: from.name,
    to: to.name,
    hops: found.hops,
    total: String(found.total),
    totalOverLinks: String(found.totalOverLinks),
    paths: found.paths.map((hops) => hops.map(hopOf)),
    none: found.hops === null ? { overConflicting, ...whereItEnds(view, found, to) } : null,
  };
}

/** Where the way ends: the devices that `from` reaches, and which of them could not say what is behind them. */
function whereItEnds({ devices }: NetworkView, { reached }: ShortestPaths, to: ViewedDevice) {
  const silent = devices.filter(({ nodeId, status }) => reached.has(nodeId) && status !== 'visited');
  return {
    reached: reached.size,
    devices: devices.length,
    toIsVisited: to.status === 'visited',
    notVisited: silent.map(({ name, failure }) => ({
      name,
      failure: failure?.outcome?.kind === 'failed' ? failure.outcome.class : null,
    })),
  };
}

const csvOf = ({ paths }: PathAnswer): CsvRows => ({
  columns: ['path', 'hop', 'from', 'fromPort', 'to', 'toPort', 'status', 'protocols', 'lastSeenAt'],
  rows: paths.flatMap((hops, path) =>
    hops.flatMap(({ from, to, links }, hop) =>
      links.map((link) => ({ path: path + 1, hop: hop + 1, from, to, ...link })),
    ),
  ),
});
