import { resolve } from 'node:path';
import type { RunOptions } from '../commands/run-options.ts';
import type { Host } from '../commands/host.ts';
import type { CredentialReference } from '../../shared/config.ts';
import { UsageError } from '../../shared/errors.ts';
import type { Credential } from '../../shared/model/credential.ts';
import type { Run } from '../../shared/model/run.ts';
import { fileLayer, mergeSettings, runLayer, settingOf } from './merge-settings.ts';
import type { Layer, Setting } from './merge-settings.ts';
import { readConfigFile } from './read-config-file.ts';
import type { LoadedConfigFile } from './read-config-file.ts';
import { hasMeans, resolveCredentials } from './resolve-credentials.ts';
import type { ResolvedCredential } from './resolve-credentials.ts';

/** What a lab brings to a run. */
export interface LabSettings {
  readonly network: string;
  readonly seeds: readonly string[];
  readonly scope: readonly string[];
  readonly credential: Credential;
}

/** The run that a new one goes on from. */
export interface Basis {
  readonly run: Run;
  /** Its walk itself goes on: what it was told stands above the config file. */
  readonly walksOn: boolean;
}

export interface GatheredRun {
  readonly settings: readonly Setting[];
  readonly credentials: readonly ResolvedCredential[];
  readonly configFile: string | null;
  readonly dataDir: string;
}

/**
 * Everything that is said about a run, from flags, the environment, a lab and the config file. Asks nobody and dials
 * nothing. Throws UsageError.
 */
export function gatherRun(
  host: Host,
  options: RunOptions,
  lab: LabSettings | null,
  basis: Basis | null = null,
): GatheredRun {
  if (options.password !== undefined) {
    throw new UsageError(
      'a password on the command line can be read by others: use --password-file, --credentials, ' +
        'NETWALKER_PASSWORD, or leave it out and be asked',
    );
  }
  const file = readConfigFile(options.config);
  const credentials = lab ? labCredentials(host, options, lab) : userCredentials(host, options, file);
  const layers = [
    flagLayer(options),
    portLayer(credentials),
    ...(lab ? [labLayer(lab)] : []),
    ...inOrder(file ? configLayer(file, lab !== null) : null, basis),
  ];
  const settings = mergeSettings(layers);
  return {
    settings,
    credentials,
    configFile: file?.path ?? null,
    dataDir: String(settingOf(settings, 'dataDir')),
  };
}

/**
 * A walk that is gone on with keeps the settings that it had, and what is excluded by now; else what that run was told only fills up what
 * nobody says.
 */
function inOrder(config: Layer | null, basis: Basis | null): readonly Layer[] {
  const file = config ? [config] : [];
  if (!basis) return file;
  const told = runLayer(`run ${basis.run.runId}`, basis.run.settings);
  if (!basis.walksOn) return [...file, told];
  const exclude = new Set([...basis.run.settings.exclude, ...((config?.values.exclude ?? []) as string[])]);
  return [{ ...told, values: { ...told.values, exclude: [...exclude] } }, ...file];
}

function flagLayer(options: RunOptions): Layer {
  return {
    from: 'flag',
    values: {
      network: options.network,
      seeds: options.seed,
      scope: options.scope,
      exclude: options.exclude,
      port: options.port,
      platform: options.platform,
      maxDepth: options.maxDepth,
      'auth.loginsPerSecond': options.loginsPerSecond,
      concurrency: options.concurrency,
      probeTimeoutSeconds: options.probeTimeout,
      reclaim: options.reclaim,
      collect: options.collect,
      keepRaw: options.keepRaw,
      'filters.includeNames': options.includeName,
      'filters.excludeNames': options.excludeName,
      'filters.excludePlatforms': options.excludePlatform,
      dataDir: options.dataDir,
    },
  };
}

/** A credentials file may say the port that its devices listen on. */
const portLayer = (credentials: readonly ResolvedCredential[]): Layer => ({
  from: 'credentials file',
  values: { port: credentials.find(({ port }) => port !== undefined)?.port },
});

function labLayer(lab: LabSettings): Layer {
  const { network, seeds, scope } = lab;
  return { from: 'lab', values: { network, seeds, scope, exclude: [], port: 22 } };
}

/** A lab is its own network: of the file, only limits and the data directory apply to it. */
function configLayer(file: LoadedConfigFile, isLab: boolean): Layer {
  const { dataDir, limits, leaks, lines, auth, reclaim, collect, keepRaw } = file.settings;
  const settings = isLab ? { limits, leaks, lines, auth, reclaim, collect, keepRaw } : { ...file.settings };
  const layer = fileLayer(file.path, settings);
  if (dataDir === undefined) return layer;
  return { ...layer, values: { ...layer.values, dataDir: resolve(file.directory, dataDir) } };
}

function userCredentials(
  host: Host,
  options: RunOptions,
  file: LoadedConfigFile | null,
): readonly ResolvedCredential[] {
  return resolveCredentials({
    flags: options,
    env: host.env,
    file: {
      name: file?.path ?? '',
      directory: file?.directory ?? '.',
      references: referencesOf(file?.settings.credentials),
    },
    warn: warnOn(host),
  });
}

/** A lab has its own user; flags can still give a wrong one, to see what netwalker says then. */
function labCredentials(host: Host, options: RunOptions, lab: LabSettings): readonly ResolvedCredential[] {
  const file = { name: '', directory: '.', references: [] };
  const [given] = resolveCredentials({ flags: options, env: {}, file, warn: warnOn(host) });
  if (given && hasMeans(given.credential)) return [given];
  const origins = [{ key: 'username', value: lab.credential.username, from: 'lab' }];
  return [{ credential: lab.credential, match: undefined, origins }];
}

const referencesOf = (
  given: CredentialReference | readonly CredentialReference[] | undefined,
): readonly CredentialReference[] =>
  given === undefined
    ? []
    : Array.isArray(given)
      ? (given as CredentialReference[])
      : [given as CredentialReference];

const warnOn =
  (host: Host) =>
  (message: string): void => {
    host.stderr.write(`netwalker: warning: ${message}\n`);
  };
