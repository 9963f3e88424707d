import type { CliCommand } from './cli-command.ts';

interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CliCommand>;
}

/** Every command, in the order of the help. A module is loaded only when its command runs: `parse` starts in half the time. */
export const COMMANDS: readonly Entry[] = [
  {
    name: 'discover',
    summary: 'walk a network from its seeds, within its scope',
    load: async () => (await import('./discover.ts')).discover,
  },
  {
    name: 'topology',
    summary: 'print the map: devices and links',
    load: async () => (await import('./topology.ts')).topology,
  },
  {
    name: 'map',
    summary: 'draw the map: one HTML file to look at, search and print',
    load: async () => (await import('./map.ts')).map,
  },
  {
    name: 'devices',
    summary: 'list the devices',
    load: async () => (await import('./devices.ts')).devices,
  },
  {
    name: 'neighbors',
    summary: 'list what a device, or each, says about its neighbors',
    load: async () => (await import('./neighbors.ts')).neighbors,
  },
  {
    name: 'links',
    summary: 'list the links, with both ports, and who told of them',
    load: async () => (await import('./links.ts')).links,
  },
  {
    name: 'path',
    summary: 'list the shortest paths between two devices',
    load: async () => (await import('./path.ts')).path,
  },
  {
    name: 'sessions',
    summary: 'list the ledger: every session, how it was closed and what proves it',
    load: async () => (await import('./sessions.ts')).sessions,
  },
  {
    name: 'failures',
    summary: 'list what could not be visited, by cause, with what to do',
    load: async () => (await import('./failures.ts')).failures,
  },
  {
    name: 'export',
    summary: 'write the network as JSON, CSV, Excel, GraphML, DOT, draw.io, Mermaid or for NetBox',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'exec',
    summary: 'run commands that read on the known devices, and print what they answered',
    load: async () => (await import('./exec.ts')).exec,
  },
  {
    name: 'runs',
    summary: 'list the runs, newest first',
    load: async () => (await import('./runs.ts')).runs,
  },
  {
    name: 'run',
    summary: 'start, watch, stop or list runs of a deployed stack',
    load: async () => (await import('./run.ts')).run,
  },
  {
    name: 'diff',
    summary: 'tell what is different between two runs',
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'history',
    summary: 'tell how a device fared over the runs, what changed, and which neighbors came and went',
    load: async () => (await import('./history.ts')).history,
  },
  {
    name: 'explain',
    summary: 'tell why a device or address was visited, skipped or failed',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'stats',
    summary: 'count devices, links, outcomes and sessions, and how they went over the last runs',
    load: async () => (await import('./stats.ts')).stats,
  },
  {
    name: 'cost',
    summary: 'estimate what a deployed stack costs',
    load: async () => (await import('./cost.ts')).cost,
  },
  {
    name: 'config',
    summary: 'print the settings in force and where each came from',
    load: async () => (await import('./config.ts')).config,
  },
  {
    name: 'parse',
    summary: 'read one raw command output on stdin and print what it states',
    load: async () => (await import('./parse.ts')).parse,
  },
  {
    name: 'raw',
    summary: 'print what a device printed, where the run kept it (discover --keep-raw)',
    load: async () => (await import('./raw.ts')).raw,
  },
  {
    name: 'reap',
    summary: 'sweep the ledger once: flag the sessions that outlived their probe',
    load: async () => (await import('./reap.ts')).reap,
  },
  {
    name: 'hostkeys',
    summary: 'list the pinned host keys, or forget one that was changed on purpose',
    load: async () => (await import('./hostkeys.ts')).hostkeys,
  },
  {
    name: 'lab',
    summary: 'start a simulated network, or print its truth',
    load: async () => (await import('./lab.ts')).lab,
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of netwalker.yaml',
    load: async () => (await import('./schema.ts')).schema,
  },
];
