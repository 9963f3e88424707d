import type { Clock } from '../ports/clock.ts';
import type { ClosedBy, CloseProof, CloseReport } from '../model/session-record.ts';
import type { SessionLimits } from './session.ts';
import type { Wire } from './wire.ts';

/** The platform's way out, at a prompt that is known; answers when it has nothing left to say. */
export type Leave = (ms: number) => Promise<void>;

/**
 * Closes a connection, whatever state it is in, and says how it ended. Leave (1.5 s, only at a known prompt: a pager would eat
 * `exit`), then DISCONNECT and FIN (1 s), then a reset of our own socket (0.25 s), each until the socket's `close` was
 * seen. Hangs on no signal, and never rejects. Null where TCP never came up.
 */
export async function closeWire(
  wire: Wire,
  clock: Clock,
  limits: SessionLimits,
  leave: Leave | null,
): Promise<CloseReport | null> {
  const startedAt = clock.now();
  const isClosed = (): boolean => wire.isClosed;
  wire.move('close-begins');
  // Closed before any step: the peer ended it.
  let closedBy: ClosedBy = 'ended';
  // A socket that never connected has nobody to say goodbye to.
  if (wire.connectedAt !== null) {
    if (leave && !wire.isClosed) {
      await leave(limits.leaveMs);
      if (wire.isClosed) closedBy = 'graceful';
    }
    if (!wire.isClosed) {
      wire.end();
      await wire.settled(isClosed, limits.endMs);
    }
  }
  if (!wire.isClosed) {
    closedBy = 'destroyed';
    wire.reset();
    await wire.settled(isClosed, limits.resetMs);
  }
  if (wire.connectedAt === null) return null;
  const closedAt = clock.now();
  return {
    closedBy,
    proof: proofOf(wire),
    closedAt,
    // The machine's clock may jump: a time never runs backwards.
    durationMs: Math.max(0, closedAt - wire.connectedAt),
    closeMs: Math.max(0, closedAt - startedAt),
  };
}

/** Only what the peer sent proves that it let go: our own `close` also fires on a black hole. */
function proofOf(wire: { readonly sawFin: boolean; readonly sawReset: boolean }): CloseProof {
  if (wire.sawFin) return 'peer-fin';
  return wire.sawReset ? 'peer-reset' : 'unconfirmed';
}
