import type { Credential } from '../model/credential.ts';
import type { Run } from '../model/run.ts';
import type { SessionRecord } from '../model/session-record.ts';
import type { Target } from '../model/target.ts';
import { findPlatform } from '../platform/platforms.ts';
import { UNKNOWN } from '../platform/unknown.ts';
import type { SessionNotes } from '../ports/store.ts';
import { runSession } from '../session/run-session.ts';
import type { Session, SessionLimits, SessionRequest, SessionResult } from '../session/session.ts';
import { hostKeyCheck } from './host-key-check.ts';
import type { Invocation, ProbePorts } from './probe-ports.ts';

export interface LedgeredWork {
  readonly run: Run;
  readonly target: Target;
  readonly credential: Credential;
  readonly invocation: Invocation;
  /** Epoch milliseconds: work is aborted then; closing and the ledger have the rest of the invocation. */
  readonly workUntil: number;
  /** Bounds of phases that are not the usual ones. */
  readonly limits?: Partial<SessionLimits>;
  /** The leaked session that this one is about. */
  readonly reclaims?: string;
}

export type LedgeredResult<T> = SessionResult<T> & { readonly sessionId: string };

/**
 * Runs a session with its row in the ledger: the row is written before dialling and brought to its end on every path. A
 * ledger that cannot be written before dialling means no connection; one that cannot be written afterwards is thrown, and
 * the reaper finds the row.
 */
export async function openLedgeredSession<T>(
  ports: ProbePorts,
  work: LedgeredWork,
  use: (session: Session) => Promise<T>,
): Promise<LedgeredResult<T>> {
  const { store, clock, events } = ports;
  const row = openingRow(work, ports.ids.next(), clock.now());
  const { runId, targetId, sessionId } = row;
  await store.sessionOpening(row);
  const closing: Promise<unknown>[] = [];
  let ledgerFault: { readonly error: unknown } | undefined;
  const keep = (promise: Promise<unknown>): Promise<void> =>
    promise.then(
      () => undefined,
      (error: unknown) => {
        ledgerFault ??= { error };
      },
    );
  const result = await runSession<T>(
    ports,
    requestOf(ports, work),
    {
      opened: async (open) => {
        await keep(store.sessionOpen(row, open));
        // No password goes out on a connection that the ledger does not know to be open.
        if (ledgerFault) throw ledgerFault.error;
        events.emit({ type: 'session-opened', runId, targetId, sessionId });
      },
      closing: () => {
        closing.push(keep(store.sessionClosing(row)));
      },
    },
    use,
  );
  await Promise.all(closing);
  await keep(recordEnd(ports, row, result));
  if (result.close) {
    events.emit({ type: 'session-closed', runId, targetId, sessionId, report: result.close });
  }
  if (ledgerFault) throw ledgerFault.error;
  return { ...result, sessionId };
}

async function recordEnd(
  ports: ProbePorts,
  row: SessionRecord,
  result: SessionResult<unknown>,
): Promise<void> {
  const notes: SessionNotes = {
    ...(result.failure ? { failureClass: result.failure.class } : {}),
    ...notesOf(result.value),
  };
  if (result.close) await ports.store.sessionClosed(row, { ...result.close, ...notes });
  else await ports.store.sessionNeverOpened(row, { at: ports.clock.now(), ...notes });
}

function notesOf(value: unknown): SessionNotes {
  if (typeof value !== 'object' || value === null || !('deviceId' in value)) return {};
  const { deviceId, identity } = value as { deviceId: string; identity?: { name: string } };
  return { deviceId, ...(identity ? { deviceName: identity.name } : {}) };
}

function openingRow(work: LedgeredWork, sessionId: string, now: number): SessionRecord {
  const { run, target, credential, invocation } = work;
  return {
    sessionId,
    runId: run.runId,
    targetId: target.targetId,
    network: run.network,
    address: target.address,
    port: target.port,
    username: credential.username,
    state: 'opening',
    requestId: invocation.requestId,
    openingAt: now,
    deadline: invocation.endsAt,
    ...(work.reclaims === undefined ? {} : { reclaims: work.reclaims }),
  };
}

function requestOf(ports: ProbePorts, work: LedgeredWork): SessionRequest {
  const { run, target, credential } = work;
  const fixed = run.settings.platform === undefined ? null : findPlatform(run.settings.platform);
  const hinted = target.platformHint === undefined ? null : findPlatform(target.platformHint);
  return {
    address: target.address,
    port: target.port,
    credential,
    deadline: work.workUntil,
    verifyHostKey: hostKeyCheck(ports, run.network, target),
    ...(ports.interrupted ? { signal: ports.interrupted } : {}),
    ...(work.limits ? { limits: work.limits } : {}),
    ...(fixed ? { platform: fixed } : {}),
    ...(hinted ? { platformHint: hinted } : {}),
    ...(run.settings.keepRaw ? { unknownPlatform: UNKNOWN } : {}),
  };
}
