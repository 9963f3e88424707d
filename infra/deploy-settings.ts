import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { configFileSchema, runSettingsSchema, type ConfigFile } from '../shared/config.ts';
import { deploySchema } from './deploy-schema.ts';
import { hoursUntilMissed } from './hours-until-missed.ts';

/** The outer limits of every run where netwalker.yaml names none: private addresses (RFC 1918). */
export const DEFAULT_SCOPE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

const deployedRunSchema = runSettingsSchema.partial({ seeds: true });

export interface DeploySettings {
  readonly deploy: z.infer<typeof deploySchema>;
  /** What no execution may leave. Without seeds, each execution brings its own. */
  readonly run: z.infer<typeof deployedRunSchema>;
}

const CONFIG_FILE = 'netwalker.yaml';

/** The file that is named, else `netwalker.yaml` where there is one in the folder: as the commands on a laptop choose it. */
export function chosenConfig(
  context: string | undefined,
  variable: string | undefined,
  folder = '.',
): string | undefined {
  const named = [context, variable].find((file) => file !== undefined && file !== '');
  if (named !== undefined) return named;
  const file = join(folder, CONFIG_FILE);
  return existsSync(file) ? file : undefined;
}

/**
 * The settings of a deployment from netwalker.yaml: its `deploy` part, and the run settings that every execution starts
 * from. Without a file: network "default", private scope, no schedule, a VPC of its own. Throws with every fault named.
 */
export function readDeploySettings(file?: string): DeploySettings {
  const value: unknown = file === undefined ? {} : (parse(readFileSync(file, 'utf8')) ?? {});
  return deploySettings(value, file);
}

/** The same from a value that was read already; `name` stands in messages. */
export function deploySettings(value: unknown = {}, name = 'the settings'): DeploySettings {
  const { deploy = {}, ...config } = check(z.record(z.string(), z.unknown()), value, name);
  const settings = {
    deploy: check(deploySchema, deploy, `deploy in ${name}`),
    run: check(deployedRunSchema, runSettings(check(configFileSchema, config, name)), name),
  };
  if (settings.deploy.schedule !== undefined && settings.run.seeds === undefined) {
    throw new Error(`${name} has a schedule and no seeds: name at least one seed to start from`);
  }
  const ipv6 = settings.run.scope.find(isIpv6);
  if (ipv6 !== undefined && settings.deploy.vpc === undefined) {
    throw new Error(
      `${name} has ${ipv6} in scope, and the VPC that the stack makes has no IPv6: name one whose subnets have, as deploy.vpc`,
    );
  }
  try {
    hoursUntilMissed(settings.deploy);
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  }
  return settings;
}

export const isIpv6 = (cidr: string): boolean => cidr.includes(':');

function runSettings(config: ConfigFile): object {
  const { limits, network = 'default', scope = DEFAULT_SCOPE } = config;
  const { seeds, exclude, port, platform, filters, leaks, lines, auth, reclaim, collect, keepRaw } = config;
  const all = {
    network,
    seeds,
    scope,
    exclude,
    port,
    platform,
    filters,
    leaks,
    lines,
    auth,
    reclaim,
    collect,
    keepRaw,
    maxDepth: limits?.maxDepth,
    concurrency: limits?.concurrency,
    probeTimeoutSeconds: limits?.probeTimeout,
  };
  return Object.fromEntries(Object.entries(all).filter(([, setting]) => setting !== undefined));
}

function check<T>(schema: z.ZodType<T>, value: unknown, name: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
}
