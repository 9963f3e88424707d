import type { FailureClass } from './outcome.ts';

/** opening -> open -> closing -> closed; never-opened where TCP never came up; leaked (by the reaper) and what follows it. */
export const SESSION_STATES = [
  'opening',
  'open',
  'closing',
  'closed',
  'never-opened',
  'leaked',
  'closed-late',
  'reclaimed',
] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** The step of the close ladder after which the socket's `close` was observed. */
export type ClosedBy = 'graceful' | 'ended' | 'destroyed';

/** What the peer did: only its FIN or its reset proves that it let go. `close` on our side alone proves nothing. */
export type CloseProof = 'peer-fin' | 'peer-reset' | 'unconfirmed';

/** One row of the ledger. Times are epoch milliseconds. */
export interface SessionRecord {
  readonly sessionId: string;
  readonly runId: string;
  readonly targetId: string;
  readonly network: string;
  readonly address: string;
  readonly port: number;
  readonly username: string;
  readonly state: SessionState;
  readonly requestId: string;
  /** When the row was written: before dialling. */
  readonly openingAt: number;
  /** After this (and a grace) the holder is dead or overran: the reaper flags the row. */
  readonly deadline: number;
  /** When TCP came up. */
  readonly openedAt?: number;
  readonly localAddress?: string;
  readonly localPort?: number;
  readonly closedAt?: number;
  /** TCP connect to observed close. */
  readonly durationMs?: number;
  /** How long the close ladder took. */
  readonly closeMs?: number;
  readonly closedBy?: ClosedBy;
  readonly proof?: CloseProof;
  readonly failureClass?: FailureClass;
  readonly deviceId?: string;
  readonly deviceName?: string;
  /** The device's line, where the device said it. */
  readonly line?: string;
  readonly leakedAt?: number;
  /** For an operator: what the reaper knew when it flagged the row. */
  readonly leakEvidence?: string;
  /** The leaked session that this one logged in to reclaim. */
  readonly reclaims?: string;
  /** When its line was looked for, and why it was not cleared. */
  readonly reclaimTriedAt?: number;
  readonly reclaimNote?: string;
}

/** What a summary says of a session, and what it is named by. */
export type SessionEnd = Pick<
  SessionRecord,
  | ('sessionId' | 'address' | 'port' | 'deviceName' | 'state' | 'openedAt' | 'durationMs')
  | ('closeMs' | 'closedBy' | 'proof' | 'failureClass')
>;

/** What the close ladder observed. */
export interface CloseReport {
  readonly closedBy: ClosedBy;
  readonly proof: CloseProof;
  readonly closedAt: number;
  readonly durationMs: number;
  readonly closeMs: number;
}
