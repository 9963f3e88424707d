import { Option } from 'commander';
import type { Topology } from '../../shared/model/link.ts';
import { loadTopology } from '../../shared/steps/load-topology.ts';
import { topologyJson } from '../../shared/topology/to-json.ts';
import { safeJson } from '../render/safe-text.ts';
import { renderTable } from '../render/table.ts';
import type { CliCommand } from './cli-command.ts';
import { defineDataOptions, withRun } from './stored-data.ts';

export const topology: CliCommand = {
  define: (command) => {
    command.addOption(
      new Option('--format <format>', 'how to print it').choices(['table', 'json']).default('table'),
    );
    defineDataOptions(command, 'network');
  },
  run: async (invocation) => {
    const asJson = invocation.options['format'] === 'json' || invocation.options['json'] === true;
    const result = await withRun(invocation, async (store, run) => {
      const map = await loadTopology(store, run.network);
      const data = topologyJson(map);
      return { data, text: (columns) => (asJson ? safeJson(data) : table(map, columns)) };
    });
    if (!asJson || !Array.isArray(result.data)) return result;
    const empty = { devices: [], links: [] };
    return { data: empty, text: () => safeJson(empty) };
  },
};

function table({ devices, links }: Topology, columns: number): string {
  const told = devices.filter(({ visited }) => !visited).length;
  const count = (status: string): number => links.filter((link) => link.status === status).length;
  const figures =
    `${devices.length - told} devices visited, ${told} only told of; ${links.length} links: ` +
    `${count('confirmed')} confirmed, ${count('one-sided')} one-sided, ${count('conflicting')} conflicting`;
  if (links.length === 0) return figures;
  const rows = renderTable(
    links,
    [
      { title: 'DEVICE', value: ({ a }) => a.device },
      { title: 'PORT', value: ({ a }) => a.port },
      { title: 'DEVICE', value: ({ b }) => b.device },
      { title: 'PORT', value: ({ b }) => b.port },
      { title: 'STATUS', value: ({ status }) => status },
      { title: 'BY', value: ({ protocols }) => protocols.join(', ') },
    ],
    columns,
  );
  return `${rows}\n\n${figures}`;
}
