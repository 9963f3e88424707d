import { join } from 'node:path';
import type { CommandResult } from './run-command.ts';
import type { Rig } from './rig.ts';

const MAIN = join(import.meta.dirname, '../../../cli/main.ts');

/** What `discover --json` prints, as far as the tests read it. */
export interface RunSummary {
  readonly status: string;
  readonly targets: { readonly visited: number; readonly failed: number; readonly skipped: number };
  readonly devices: number;
  readonly links: number;
  readonly sessions: {
    readonly opened: number;
    readonly closed: { readonly graceful: number; readonly ended: number; readonly destroyed: number };
    readonly unconfirmed: number;
    readonly leaked: number;
  };
  readonly failures: Readonly<Record<string, number>>;
}

export interface Topology {
  readonly devices: readonly {
    readonly name: string;
    readonly addresses: readonly string[];
    readonly visited: boolean;
  }[];
  readonly links: readonly {
    readonly a: { readonly device: string; readonly port: string };
    readonly b: { readonly device: string; readonly port: string };
    readonly status: string;
  }[];
}

/** Runs the command line from the management network, without what the environment may hold of netwalker. */
export function netwalker(rig: Rig, args: readonly string[]): Promise<CommandResult> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('NETWALKER_')),
  );
  return rig.runInMgmt(process.execPath, [MAIN, ...args], { env, timeoutMs: 120_000 });
}

export interface Walk extends CommandResult {
  /** Only where `code` says that the run was made. */
  readonly summary: RunSummary;
}

/** `discover` from the rig's seed within its scope; its log on standard error is printed when it gave no summary. */
export async function discover(rig: Rig, dataDir: string, login: readonly string[]): Promise<Walk> {
  const where = ['--seed', rig.seed, '--scope', rig.scope, '--data-dir', dataDir];
  const result = await netwalker(rig, ['discover', ...where, ...login, '--json']);
  try {
    return { ...result, summary: JSON.parse(result.stdout) as RunSummary };
  } catch (cause) {
    throw new Error(`discover ended with ${result.code} and printed no summary: ${result.stderr}`, { cause });
  }
}

export async function topology(rig: Rig, dataDir: string): Promise<Topology> {
  const { code, stdout, stderr } = await netwalker(rig, [
    'topology',
    '--format',
    'json',
    '--data-dir',
    dataDir,
  ]);
  if (code !== 0) throw new Error(`topology ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Topology;
}

/** A map as sorted lines, so that a difference reads as one: `acc-03 eth1 -- core-01 eth2 confirmed`. */
export function linkLines(links: Topology['links']): string[] {
  return links
    .map(
      ({ a, b, status }) =>
        `${[a, b]
          .map(({ device, port }) => `${device} ${port}`)
          .sort()
          .join(' -- ')} ${status}`,
    )
    .sort();
}
