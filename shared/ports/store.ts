import type { AliasKey } from '../model/alias.ts';
import type { Device } from '../model/device.ts';
import type { StoredNeighbor } from '../model/neighbor.ts';
import type { Outcome } from '../model/outcome.ts';
import type { FrontierMark, Run, RunStatus, RunSummary } from '../model/run.ts';
import type { RawOutput } from '../model/raw-output.ts';
import type { RunMap } from '../model/run-map.ts';
import type { CloseReport, SessionEnd, SessionRecord, SessionState } from '../model/session-record.ts';
import type { Target, TargetEnd } from '../model/target.ts';

export type { AliasKey } from '../model/alias.ts';

/**
 * The store. Every change is one conditional write on one item: no transactions. A method that answers a boolean says
 * whether its condition held; losing a race is an answer, not an error. Reads that decide anything are consistent reads
 * of the base table. All methods throw only when the store itself fails. Times are epoch milliseconds.
 */
export interface Store
  extends
    RunStore,
    TargetStore,
    Ledger,
    DeviceStore,
    HostKeyStore,
    LineStore,
    LoginStore,
    MapStore,
    RawStore {}

export interface RunStore {
  /** Takes the lock of a network, if it is free or ran out. Idempotent for the same run. */
  lockNetwork(network: string, runId: string, now: number, until: number): Promise<boolean>;
  /** Who holds the lock, if anybody does. */
  lockHolder(network: string): Promise<{ readonly runId: string; readonly until: number } | null>;
  unlockNetwork(network: string, runId: string): Promise<void>;
  /** False when the run exists already. */
  createRun(run: Run): Promise<boolean>;
  getRun(runId: string): Promise<Run | null>;
  /** Notes that a wave begins, and what its frontier looked like. */
  countWave(runId: string, wave: number, frontier: FrontierMark): Promise<void>;
  /** Ends a running run; false when it had ended already. */
  endRun(
    runId: string,
    end: {
      readonly status: Exclude<RunStatus, 'running'>;
      readonly endedAt: number;
      readonly summary: RunSummary;
      readonly cause?: string;
    },
  ): Promise<boolean>;
  /** Newest first. */
  listRuns(limit: number): Promise<readonly Run[]>;
}

export interface TargetStore {
  /** False when the run knows the target already. */
  enqueue(target: Target): Promise<boolean>;
  /** Which of these the run knows: whether `enqueue` takes one is decided there. */
  knownTargets(runId: string, targetIds: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Writes targets that a run takes over finished, each with the visit that it stands for. Without a condition, and so only before
   * anything else of the run is written; the same again changes nothing.
   */
  carryOver(targets: readonly CarriedTarget[]): Promise<void>;
  getTarget(runId: string, targetId: string): Promise<Target | null>;
  /** All targets of a run; with `live`, only pending and active ones. Consistent, over all shards. */
  listTargets(runId: string, options?: { readonly live?: boolean }): Promise<readonly Target[]>;
  /** Of all targets of a run what its summary and its map are made of. Consistent. */
  listTargetEnds(runId: string): Promise<readonly TargetEnd[]>;
  /**
   * Claims a target that is pending, whose lease ran out, or that this owner holds already. Counts an attempt.
   * Answers the target, or null when another holds it or it is finished.
   */
  claim(
    runId: string,
    targetId: string,
    claim: { readonly owner: string; readonly now: number; readonly leaseUntil: number },
  ): Promise<Target | null>;
  /** Ends a target that `owner` still holds. */
  finishTarget(
    runId: string,
    targetId: string,
    end: {
      readonly owner: string;
      readonly outcome: Outcome;
      readonly finishedAt: number;
      readonly durationMs: number;
      readonly sessionId?: string;
    },
  ): Promise<boolean>;
  /** Makes an active target pending again; false unless its lease (as read) still stands. */
  giveBack(
    runId: string,
    targetId: string,
    lease: { readonly owner: string; readonly leaseUntil: number },
  ): Promise<boolean>;
  /**
   * Makes a target that `owner` holds pending again, not to be probed before a time. It counts as a deferral and not as an attempt.
   */
  deferTarget(
    runId: string,
    targetId: string,
    later: { readonly owner: string; readonly notBefore: number; readonly reason: string },
  ): Promise<boolean>;
  /** Ends a target that was given back too often. Same condition as `giveBack`. */
  abandon(
    runId: string,
    targetId: string,
    lease: { readonly owner: string; readonly leaseUntil: number },
    end: { readonly outcome: Outcome; readonly finishedAt: number },
  ): Promise<boolean>;
}

export interface CarriedTarget {
  readonly target: Target;
  /** The device that it visited, if it did. */
  readonly visited: { readonly deviceId: string; readonly name: string } | null;
}

export interface Ledger {
  /** Writes the row before dialling. Throws if the id is taken. */
  sessionOpening(session: SessionRecord): Promise<void>;
  /** TCP came up. */
  sessionOpen(
    key: SessionKey,
    open: { readonly openedAt: number; readonly localAddress: string; readonly localPort: number },
  ): Promise<boolean>;
  sessionClosing(key: SessionKey): Promise<boolean>;
  /** Closed as observed; a row that the reaper flagged in the meantime becomes `closed-late`. Answers the state it reached, null if it had ended. */
  sessionClosed(key: SessionKey, close: CloseReport & SessionNotes): Promise<SessionState | null>;
  /** TCP never came up: nothing to close. */
  sessionNeverOpened(key: SessionKey, end: { readonly at: number } & SessionNotes): Promise<boolean>;
  /** Flags a row that is open and past `cutoff`; false when it closed in the meantime. */
  flagLeaked(
    key: SessionKey,
    leak: { readonly cutoff: number; readonly leakedAt: number; readonly evidence: string },
  ): Promise<boolean>;
  /** Takes the one try that a leaked session has to be reclaimed; null where it was taken, or it is not leaked any more. */
  tryReclaim(key: SessionKey, at: number): Promise<SessionRecord | null>;
  /** Why a leaked session was not reclaimed. */
  noteReclaim(key: SessionKey, reason: string): Promise<void>;
  markReclaimed(key: SessionKey, end: { readonly at: number; readonly line: string }): Promise<boolean>;
  getSession(key: SessionKey): Promise<SessionRecord | null>;
  /** Hint only (an index): rows that look open and whose deadline is before `cutoff`, oldest first. */
  listOverdue(cutoff: number, limit: number): Promise<readonly SessionRecord[]>;
  /** Hint only (an index): sessions of a run that are leaked and were neither closed late nor reclaimed, oldest first. */
  listLeaked(runId: string, limit: number): Promise<readonly SessionRecord[]>;
  /** Consistent; with `open`, only those that are neither closed nor flagged. */
  listSessions(runId: string, options?: { readonly open?: boolean }): Promise<readonly SessionRecord[]>;
  /** Consistent: of all sessions of a run what its summary is made of, less than half of a row. */
  listSessionEnds(runId: string): Promise<readonly SessionEnd[]>;
}

export interface SessionKey {
  readonly runId: string;
  readonly sessionId: string;
}

export interface SessionNotes {
  readonly failureClass?: SessionRecord['failureClass'];
  readonly deviceId?: string;
  readonly deviceName?: string;
}

export interface DeviceStore {
  /** Claims an alias for a device. Answers the id of the device that holds it now: ours, or who came first. */
  claimAlias(network: string, alias: AliasKey, deviceId: string): Promise<string>;
  getAlias(network: string, alias: AliasKey): Promise<string | null>;
  /** The same for many, in their order. */
  getAliases(network: string, aliases: readonly AliasKey[]): Promise<readonly (string | null)[]>;
  /**
   * Claims the visit of a device in a run for one target. Answers who holds it: ourselves (also when asked again for
   * the same target), or the target that came first and the device's name as that target read it.
   */
  claimVisit(
    runId: string,
    visit: { readonly deviceId: string; readonly targetId: string; readonly name: string },
  ): Promise<{ readonly targetId: string; readonly name: string }>;
  getDevice(network: string, deviceId: string): Promise<Device | null>;
  /**
   * Writes what a visit found. A missing value never overwrites one that is known; addresses, serials and chassis ids
   * of earlier visits are kept; `firstSeenAt` stays.
   */
  saveDevice(device: Device): Promise<void>;
  /** Adds an address to a device that was met under another one. */
  addAddress(network: string, deviceId: string, address: string): Promise<void>;
  listDevices(network: string, options?: ReadOptions): Promise<readonly Device[]>;
  /** Replaces a device's neighbors with those of this visit. */
  saveNeighbors(network: string, deviceId: string, neighbors: readonly StoredNeighbor[]): Promise<void>;
  listNeighbors(network: string, deviceId: string, options?: ReadOptions): Promise<readonly StoredNeighbor[]>;
}

export interface ReadOptions {
  /** Without what no map is made of: what was collected of a device and how it was asked, and how a neighbor describes itself. */
  readonly onlyMapped?: boolean;
}

export interface MapStore {
  /** Keeps what a run saw; the last one stays. */
  saveRunMap(runId: string, map: RunMap): Promise<void>;
  /** Null where the run kept none: it did not complete, or an older version walked it. */
  getRunMap(runId: string): Promise<RunMap | null>;
}

export interface RawStore {
  /** Keeps what a target's device printed in a run; those of an earlier visit in the same run are overwritten. */
  saveRawOutputs(runId: string, targetId: string, outputs: readonly RawOutput[]): Promise<void>;
  listRawOutputs(runId: string, targetId: string): Promise<readonly RawOutput[]>;
}

export interface LineStore {
  /** Takes the place that a session goes to (an address and port, or a device) until a time; false while another holds it. */
  takeLine(
    place: string,
    lease: { readonly owner: string; readonly now: number; readonly until: number },
  ): Promise<boolean>;
  /** Frees a place that this owner holds. */
  freeLine(place: string, owner: string): Promise<void>;
}

/** How an account has fared in a run. */
export interface LoginRecord {
  /** A device has taken it. */
  readonly proven: boolean;
  /** Devices that refused it since the last one that took it. */
  readonly failuresInARow: number;
  /** No login before this, but one: the canary. */
  readonly pausedUntil?: number;
}

export interface LoginStore {
  getLogins(runId: string, username: string): Promise<LoginRecord>;
  /** Takes one of the few tries at once that an account has before it is proven; those begun before `lostBefore` count no more. */
  tryLogin(
    runId: string,
    username: string,
    slot: { readonly limit: number; readonly now: number; readonly lostBefore: number },
  ): Promise<boolean>;
  releaseLogin(runId: string, username: string): Promise<void>;
  loginWorked(runId: string, username: string): Promise<void>;
  /** Counts a refusal; from `limit` in a row on, logins pause. */
  loginRefused(
    runId: string,
    username: string,
    pause: { readonly limit: number; readonly pausedUntil: number },
  ): Promise<LoginRecord>;
  /**
   * Takes one of the `limit` logins that an account has in a window of time, whichever run it is for; false when they are taken, or the
   * window has passed.
   */
  takeTurn(username: string, turn: { readonly window: number; readonly limit: number }): Promise<boolean>;
  /** Lets one login through at the end of a pause, and begins the next pause for all others. */
  takeCanary(
    runId: string,
    username: string,
    pause: { readonly seen: number; readonly pausedUntil: number },
  ): Promise<boolean>;
}

export interface HostKey {
  readonly network: string;
  readonly address: string;
  readonly port: number;
  /** OpenSSH form: `SHA256:<base64 without padding>`. */
  readonly fingerprint: string;
  readonly algorithm: string;
  readonly pinnedAt: number;
}

export interface HostKeyStore {
  getHostKey(network: string, address: string, port: number): Promise<HostKey | null>;
  /** Trust on first use: pins the key unless one is pinned. Answers the key that is pinned now. */
  pinHostKey(key: HostKey): Promise<HostKey>;
  forgetHostKey(network: string, address: string, port: number): Promise<boolean>;
  listHostKeys(network: string): Promise<readonly HostKey[]>;
}
