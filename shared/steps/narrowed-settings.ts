import { z } from 'zod';
import { runSettingsSchema } from '../config.ts';
import { UsageError } from '../errors.ts';
import type { RunFilters, RunSettings } from '../model/run.ts';
import { parseSeed } from '../topology/address.ts';
import { makeScope } from '../topology/scope.ts';

type Given = Readonly<Record<string, unknown>>;

/**
 * The settings of a run from what an execution says over what is deployed: it may narrow, never widen. Where more was said than is
 * deployed, a limit is lowered to the deployed one without a word; where the two contradict each other (scope, port, network,
 * name filter), nothing starts. Throws UsageError.
 */
export function narrowedSettings(input: Given, deployed?: Given): RunSettings {
  const settings = parseSettings({ ...deployed, ...input });
  if (deployed?.['scope'] === undefined) return settings;
  const bounds = parseSettings({ network: settings.network, seeds: settings.seeds, ...deployed });
  refuseOther(settings, bounds);
  return {
    ...settings,
    exclude: union(bounds.exclude, settings.exclude),
    // The probe function's reserved concurrency is set from the deployed value: more would only be throttled.
    concurrency: Math.min(bounds.concurrency, settings.concurrency),
    // Lambda's time limit is set from the deployed value.
    probeTimeoutSeconds: Math.min(bounds.probeTimeoutSeconds, settings.probeTimeoutSeconds),
    maxDepth: least(bounds.maxDepth, settings.maxDepth),
    filters: narrowedFilters(settings.filters, bounds.filters),
    leaks: {
      coolDown: Math.min(bounds.leaks.coolDown, settings.leaks.coolDown),
      abort: Math.min(bounds.leaks.abort, settings.leaks.abort),
    },
    lines: {
      retries: Math.min(bounds.lines.retries, settings.lines.retries),
      retryAfterSeconds: Math.max(bounds.lines.retryAfterSeconds, settings.lines.retryAfterSeconds),
    },
    auth: {
      failuresInARow: Math.min(bounds.auth.failuresInARow, settings.auth.failuresInARow),
      pauseSeconds: Math.max(bounds.auth.pauseSeconds, settings.auth.pauseSeconds),
      ...leastRate(bounds.auth, settings.auth),
    },
    reclaim: bounds.reclaim && settings.reclaim,
    ...narrowedExec(settings),
  };
}

/** What cannot be brought together: the person that asked for it has to know. */
function refuseOther(settings: RunSettings, bounds: RunSettings): void {
  const allowed = makeScope(bounds);
  const outside = settings.scope.find((cidr) => !allowed.covers(cidr));
  if (outside !== undefined) {
    throw new UsageError(
      `scope ${outside} is wider than what is deployed (${bounds.scope.join(', ')}): a run may narrow the scope, never widen it`,
    );
  }
  if (settings.network !== bounds.network) {
    throw new UsageError(
      `this deployment walks the network "${bounds.network}", not "${settings.network}": deploy a stack for each network`,
    );
  }
  const ports = [settings.port, ...settings.seeds.map((seed) => parseSeed(seed).port ?? settings.port)];
  const other = ports.find((port) => port !== bounds.port);
  if (other !== undefined) {
    throw new UsageError(
      `port ${other} is not the port that is deployed (${bounds.port}): the probe's security group lets nothing else out`,
    );
  }
}

/** Whoever may start an execution could otherwise change every device. */
function narrowedExec({ exec }: RunSettings): Pick<RunSettings, 'exec'> {
  if (!exec) return {};
  if (!exec.allowAny) return { exec };
  throw new UsageError(
    'a deployed stack runs only commands that read: run others from a machine of your own, with netwalker exec --allow-any',
  );
}

function narrowedFilters(asked: RunFilters, bounds: RunFilters): RunFilters {
  const wider = asked.includeNames.find((glob) => !bounds.includeNames.includes(glob));
  if (bounds.includeNames.length > 0 && wider !== undefined) {
    throw new UsageError(
      `the name filter "${wider}" is not one of those that are deployed (${bounds.includeNames.join(', ')}): take some of them`,
    );
  }
  return {
    includeNames: asked.includeNames.length > 0 ? asked.includeNames : bounds.includeNames,
    excludeNames: union(bounds.excludeNames, asked.excludeNames),
    excludePlatforms: union(bounds.excludePlatforms, asked.excludePlatforms),
  };
}

function parseSettings(value: unknown): RunSettings {
  const parsed = runSettingsSchema.safeParse(value);
  if (parsed.success) return parsed.data as RunSettings;
  throw new UsageError(`the settings of the run are not valid: ${z.prettifyError(parsed.error)}`);
}

/** A rate that is not there is no limit. */
function leastRate(bounds: RunSettings['auth'], asked: RunSettings['auth']): Partial<RunSettings['auth']> {
  const rates = [bounds.loginsPerSecond, asked.loginsPerSecond].filter((rate) => rate !== undefined);
  return rates.length === 0 ? {} : { loginsPerSecond: Math.min(...rates) };
}

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];
/** Null is no limit. */
const least = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
