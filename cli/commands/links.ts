import type { Link } from '../../shared/model/link.ts';
import type { NetworkView } from '../../shared/model/network-view.ts';
import { compareText } from '../../shared/topology/compare-text.ts';
import { linkSeenAt } from '../../shared/topology/select-view.ts';
import { renderTable } from '../render/table.ts';
import { isoTime, minuteOf } from '../render/times.ts';
import type { CliCommand } from './cli-command.ts';
import { defineFilters, defineStatus, narrowView, statusesOf } from './filter-options.ts';
import { listing } from './listing.ts';
import { defineDataOptions, withView } from './stored-data.ts';

/** Every link, parallel ones apart; a filter keeps those with one end that fits. */
export const links: CliCommand = {
  hasCsv: true,
  define: (command) => {
    defineFilters(command);
    defineStatus(command, ['confirmed', 'one-sided', 'conflicting']);
    defineDataOptions(command, 'network');
  },
  run: (invocation) =>
    withView(invocation, (view) => {
      const statuses = statusesOf(invocation);
      const rows = rowsOf(view, narrowView(view, invocation).links)
        .filter(({ status }) => statuses.length === 0 || statuses.includes(status))
        .sort((one, other) => compareText(keyOf(one), keyOf(other)));
      return listing({
        rows,
        columns: COLUMNS,
        text: (columns) =>
          rows.length === 0
            ? `no such link in the network ${view.network}, which has ${view.links.length}`
            : `${table(rows, columns)}\n\n${figures(rows)}`,
      });
    }),
};

function rowsOf(view: NetworkView, links: readonly Link[]) {
  const nodes = new Map(view.devices.map((device) => [device.nodeId, device]));
  return links.map((link) => {
    const [a, b] = [link.a, link.b].sort((x, y) => compareText(x.device, y.device)) as [Link['a'], Link['b']];
    return {
      device: a.device,
      port: a.port,
      otherDevice: b.device,
      otherPort: b.port,
      status: link.status,
      protocols: link.protocols,
      toldBy: [...new Set((link.told ?? []).map(({ nodeId }) => nodes.get(nodeId)?.name ?? nodeId))],
      lastSeenAt: isoTime(linkSeenAt(link) ?? undefined),
      site: nodes.get(a.nodeId)?.site ?? null,
      otherSite: nodes.get(b.nodeId)?.site ?? null,
    };
  });
}

type Row = ReturnType<typeof rowsOf>[number];

const keyOf = ({ device, port, otherDevice, otherPort }: Row): string =>
  [device, port ?? '', otherDevice, otherPort ?? ''].join('\n');

const COLUMNS = [
  ...(['device', 'port', 'otherDevice', 'otherPort', 'status', 'protocols', 'toldBy'] as const),
  ...(['lastSeenAt', 'site', 'otherSite'] as const),
];

function figures(rows: readonly Row[]): string {
  const count = (wanted: Link['status']): number => rows.filter(({ status }) => status === wanted).length;
  return `${rows.length} links: ${count('confirmed')} confirmed, ${count('one-sided')} one-sided, ${count('conflicting')} conflicting`;
}

function table(rows: readonly Row[], columns: number): string {
  return renderTable(
    rows,
    [
      { title: 'DEVICE', value: ({ device }) => device },
      { title: 'PORT', value: ({ port }) => port, whole: true },
      { title: 'DEVICE', value: ({ otherDevice }) => otherDevice },
      { title: 'PORT', value: ({ otherPort }) => otherPort, whole: true },
      { title: 'STATUS', value: ({ status }) => status },
      { title: 'BY', value: ({ protocols }) => protocols.join(', '), yields: 1 },
      { title: 'TOLD BY', value: ({ toldBy }) => toldBy.join(', '), yields: 3 },
      { title: 'LAST SEEN', value: ({ lastSeenAt }) => minuteOf(lastSeenAt), yields: 2, whole: true },
    ],
    columns,
  );
}
