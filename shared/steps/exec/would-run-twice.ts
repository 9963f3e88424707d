import type { Failure } from '../../model/outcome.ts';
import type { Run } from '../../model/run.ts';
import type { Target } from '../../model/target.ts';
import type { Store } from '../../ports/store.ts';

/**
 * A probe that died may have run its commands. Where they only read, the next one runs them again; where anything is allowed nobody knows what a
 * second time does: a target whose earlier probe had a connection is not tried again. Null where it may go on. Reads the ledger only then.
 */
export async function wouldRunTwice(
  store: Pick<Store, 'listSessions'>,
  { runId, settings }: Run,
  { targetId, attempts }: Target,
): Promise<Failure | null> {
  if (settings.exec?.allowAny !== true || attempts <= 1) return null;
  const sessions = await store.listSessions(runId);
  if (!sessions.some((session) => session.targetId === targetId && session.openedAt !== undefined))
    return null;
  return {
    class: 'abandoned',
    phase: 'command',
    reason: `an earlier probe of ${targetId} died after it had connected, and may have run the commands: look at the device before you run them again`,
  };
}
