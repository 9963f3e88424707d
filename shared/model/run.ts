import type { CollectorName } from './collected.ts';
import type { FailureClass } from './outcome.ts';

export type RunStatus = 'running' | 'succeeded' | 'truncated' | 'aborted' | 'failed';

/** The limits of a run, after the config file, the flags and the execution input were merged. */
export interface RunSettings {
  readonly network: string;
  /** IP addresses or names, each with an optional port. */
  readonly seeds: readonly string[];
  /** CIDRs; nothing outside is dialled. */
  readonly scope: readonly string[];
  /** CIDRs inside the scope that are not dialled either. */
  readonly exclude: readonly string[];
  /** SSH port where a target does not name its own. */
  readonly port: number;
  readonly maxDepth: number | null;
  readonly concurrency: number;
  readonly probeTimeoutSeconds: number;
  /** A platform id that overrides detection. */
  readonly platform?: string;
  readonly filters: RunFilters;
  readonly leaks: { readonly coolDown: number; readonly abort: number };
  /** All lines of a device taken: how often and after how long it is tried again (twice as long each time). */
  readonly lines: { readonly retries: number; readonly retryAfterSeconds: number };
  readonly auth: {
    /** So many devices in a row that refuse an account pause it. */
    readonly failuresInARow: number;
    readonly pauseSeconds: number;
    /** Logins of an account in a second, of all runs together; without it they are not counted. */
    readonly loginsPerSecond?: number;
  };
  /** Keep what devices print, without secrets; those of no known platform are then asked with neutral commands. */
  readonly keepRaw: boolean;
  /** Look for the lines of leaked sessions on their devices, and clear those that are provably ours. */
  readonly reclaim: boolean;
  /** What is read of each device besides; runs of before say nothing. */
  readonly collect?: readonly CollectorName[];
  /** What the run goes on from; without it, it walks anew. */
  readonly basis?: RunBasis;
  /** Commands that it runs on known devices: then it walks nowhere, and changes nothing that is known of the network. */
  readonly exec?: RunExec;
}

/** Commands on known devices. */
export interface RunExec {
  readonly commands: readonly string[];
  /** Also what is not known to only read. */
  readonly allowAny: boolean;
  /** Ids of the devices, in an input only: without it, all that are known. A stored run has its targets instead. */
  readonly devices?: readonly string[];
}

/** What a run takes up of an earlier one: what it does not visit again is carried over from there. */
export interface RunBasis {
  /** The earlier run; in an input also `latest`: the newest of the network. */
  readonly run: string;
  /**
   * `unvisited`: what was not visited, or failed in a way that may pass. `failed`: what failed. `stale`: known devices that were not seen
   * for `staleSeconds`, and what was never visited.
   */
  readonly visit: 'unvisited' | 'failed' | 'stale';
  readonly staleSeconds?: number;
}

/** Globs (`*`, `?`), compared without case. A neighbor that a filter keeps out is recorded and not followed. */
export interface RunFilters {
  readonly includeNames: readonly string[];
  readonly excludeNames: readonly string[];
  readonly excludePlatforms: readonly string[];
}

/** What a frontier looked like when a wave began: where the next one finds the same, no probe has begun. */
export interface FrontierMark {
  readonly mark: string;
  /** Waves in a row that found it so. */
  readonly idle: number;
  /** When the wave began, in epoch milliseconds. */
  readonly at: number;
}

export interface Run {
  readonly runId: string;
  readonly network: string;
  readonly status: RunStatus;
  readonly settings: RunSettings;
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly waves: number;
  readonly frontier?: FrontierMark;
  readonly summary?: RunSummary;
  /** Why a run was aborted or failed. */
  readonly cause?: string;
}

/** Median, 95th percentile (nearest rank) and maximum. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface Drift {
  readonly previousRunId: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unverified: number;
}

/** What `discover --json` prints: a contract. Times are ISO 8601. */
export interface RunSummary {
  readonly runId: string;
  /** Of a run that ran commands on known devices, and walked nowhere. */
  readonly commands?: readonly string[];
  readonly status: Exclude<RunStatus, 'running'>;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly waves: number;
  readonly targets: { readonly visited: number; readonly failed: number; readonly skipped: number };
  /** Those among `targets` that another run has ended: this one took them over as they were. */
  readonly carriedOver?: {
    /** The run that this one goes on from. */
    readonly from: string;
    readonly visited: number;
    readonly failed: number;
    readonly skipped: number;
  };
  readonly devices: number;
  readonly links: number;
  readonly sessions: {
    /** Sessions whose TCP connection came up. */
    readonly opened: number;
    /** The same sessions by the ladder step that closed them. */
    readonly closed: { readonly graceful: number; readonly ended: number; readonly destroyed: number };
    /** Those among them without proof from the peer. */
    readonly unconfirmed: number;
    /** TCP never came up: there was nothing to close. */
    readonly neverOpened: number;
    /** Sessions that ended with a failure, closed as they were. */
    readonly failed: number;
    readonly leaked: number;
    /** Flagged, and seen closed after all. */
    readonly closedLate: number;
    readonly reclaimed: number;
    /** How long the close ladder took, in milliseconds; null where nothing was closed. */
    readonly closeMs: Spread | null;
    /** TCP connect to observed close, in milliseconds. */
    readonly durationMs: Spread | null;
  };
  readonly failures: Readonly<Partial<Record<FailureClass, number>>>;
  /** What is different from the network's run before; null where there is none to compare with. */
  readonly drift?: Drift | null;
  /** What the run would cost on AWS at list price, in US dollars. */
  readonly estimatedUsd?: number;
}
