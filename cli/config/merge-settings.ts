import type { z } from 'zod';
import { runSettingsSchema } from '../../shared/config.ts';
import type { ConfigFile } from '../../shared/config.ts';
import { UsageError } from '../../shared/errors.ts';
import type { RunSettings } from '../../shared/model/run.ts';
import { issueText } from './issue-text.ts';

/** A layer of settings: what one place says. Keys as in RunSettings, nested ones dotted. */
export interface Layer {
  /** As `config` prints it: `flag`, `lab`, `netwalker.yaml`, `default`. */
  readonly from: string;
  readonly values: Partial<Record<SettingKey, unknown>>;
}

export const SETTING_KEYS = [
  'network',
  'seeds',
  'scope',
  'exclude',
  'port',
  'platform',
  'maxDepth',
  'concurrency',
  'probeTimeoutSeconds',
  'filters.includeNames',
  'filters.excludeNames',
  'filters.excludePlatforms',
  'leaks.coolDown',
  'leaks.abort',
  'lines.retries',
  'lines.retryAfterSeconds',
  'auth.failuresInARow',
  'auth.pauseSeconds',
  'auth.loginsPerSecond',
  'reclaim',
  'collect',
  'keepRaw',
  'dataDir',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

export interface Setting {
  readonly key: SettingKey;
  readonly value: unknown;
  readonly from: string;
}

const DEFAULTS: Layer = {
  from: 'default',
  values: {
    network: 'default',
    exclude: [],
    port: 22,
    maxDepth: null,
    concurrency: 50,
    probeTimeoutSeconds: 20,
    'filters.includeNames': [],
    'filters.excludeNames': [],
    'filters.excludePlatforms': [],
    'leaks.coolDown': 5,
    'leaks.abort': 20,
    'lines.retries': 2,
    'lines.retryAfterSeconds': 60,
    'auth.failuresInARow': 3,
    'auth.pauseSeconds': 60,
    reclaim: false,
    collect: [],
    keepRaw: false,
    dataDir: '.netwalker',
  },
};

/** The value of every setting and where it came from: the first layer that has one wins, the defaults come last. */
export function mergeSettings(layers: readonly Layer[]): readonly Setting[] {
  return SETTING_KEYS.map((key) => {
    const winner = [...layers, DEFAULTS].find(({ values }) => values[key] !== undefined);
    return { key, value: winner?.values[key] ?? null, from: winner?.from ?? 'not set' };
  });
}

export function settingOf(settings: readonly Setting[], key: SettingKey): unknown {
  return settings.find((setting) => setting.key === key)?.value;
}

/** A config file as a layer. */
export function fileLayer(from: string, file: ConfigFile): Layer {
  const { limits, filters, leaks } = file;
  return {
    from,
    values: {
      network: file.network,
      seeds: file.seeds,
      scope: file.scope,
      exclude: file.exclude,
      port: file.port,
      platform: file.platform,
      maxDepth: limits?.maxDepth,
      concurrency: limits?.concurrency,
      probeTimeoutSeconds: limits?.probeTimeout,
      'filters.includeNames': filters?.includeNames,
      'filters.excludeNames': filters?.excludeNames,
      'filters.excludePlatforms': filters?.excludePlatforms,
      'leaks.coolDown': leaks?.coolDown,
      'leaks.abort': leaks?.abort,
      'lines.retries': file.lines?.retries,
      'lines.retryAfterSeconds': file.lines?.retryAfterSeconds,
      'auth.failuresInARow': file.auth?.failuresInARow,
      'auth.pauseSeconds': file.auth?.pauseSeconds,
      'auth.loginsPerSecond': file.auth?.loginsPerSecond,
      reclaim: file.reclaim,
      collect: file.collect,
      keepRaw: file.keepRaw,
      dataDir: file.dataDir,
    },
  };
}

/** What an earlier run was told, as a layer. */
export function runLayer(from: string, settings: RunSettings): Layer {
  const { filters, leaks, lines, auth, basis: _before, exec: _commands, ...rest } = settings;
  const nested = Object.entries({ filters, leaks, lines, auth }).flatMap(([name, values]) =>
    Object.entries(values).map(([key, value]): [string, unknown] => [`${name}.${key}`, value]),
  );
  return { from, values: { ...rest, ...Object.fromEntries(nested) } };
}

/** The settings of a run. Throws UsageError for what is missing or not valid, named by its flag. */
export function runSettingsOf(settings: readonly Setting[]): RunSettings {
  const value = (key: SettingKey): unknown => settingOf(settings, key);
  if (isMissing(settings, 'seeds')) {
    throw new UsageError('no seed: name an address to start from with --seed, or seeds in netwalker.yaml');
  }
  if (isMissing(settings, 'scope')) {
    throw new UsageError(
      'no scope: name the networks that may be dialled with --scope (such as --scope 10.0.0.0/8), or scope in netwalker.yaml',
    );
  }
  const platform = value('platform');
  const rate = value('auth.loginsPerSecond');
  const parsed = runSettingsSchema.safeParse({
    network: value('network'),
    seeds: value('seeds'),
    scope: value('scope'),
    exclude: value('exclude'),
    port: value('port'),
    maxDepth: value('maxDepth'),
    concurrency: value('concurrency'),
    probeTimeoutSeconds: value('probeTimeoutSeconds'),
    ...(platform === null ? {} : { platform }),
    filters: {
      includeNames: value('filters.includeNames'),
      excludeNames: value('filters.excludeNames'),
      excludePlatforms: value('filters.excludePlatforms'),
    },
    leaks: { coolDown: value('leaks.coolDown'), abort: value('leaks.abort') },
    lines: { retries: value('lines.retries'), retryAfterSeconds: value('lines.retryAfterSeconds') },
    auth: {
      failuresInARow: value('auth.failuresInARow'),
      pauseSeconds: value('auth.pauseSeconds'),
      ...(rate === null ? {} : { loginsPerSecond: rate }),
    },
    reclaim: value('reclaim'),
    collect: value('collect'),
    keepRaw: value('keepRaw'),
  });
  if (parsed.success) return parsed.data as RunSettings;
  throw new UsageError(parsed.error.issues.map((issue) => describe(issue, settings)).join('; '));
}

/** Whether nobody names a seed, or a scope. */
export function isMissing(settings: readonly Setting[], key: 'seeds' | 'scope'): boolean {
  const value = settingOf(settings, key);
  return !Array.isArray(value) || value.length === 0;
}

function describe(issue: z.core.$ZodIssue, settings: readonly Setting[]): string {
  const path = issue.path.filter((part) => typeof part === 'string').join('.');
  const index = issue.path.find((part) => typeof part === 'number');
  const setting = settings.find(({ key }) => key === path);
  const all = setting?.value;
  const value: unknown = Array.isArray(all) && index !== undefined ? all[index] : all;
  return `${path} (${setting?.from ?? 'not set'}) ${JSON.stringify(value)}: ${issueText(issue)}`;
}
