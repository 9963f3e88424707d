import { SessionError } from '../errors.ts';
import type { CloseReport } from '../model/session-record.ts';
import type { Platform } from '../platform/platform.ts';
import type { Clock } from '../ports/clock.ts';
import type { SshPort } from '../ports/ssh.ts';
import { closeWire } from './close.ts';
import { commandsOf } from './commands-of.ts';
import { watchDeadline } from './deadline.ts';
import { leaveShell } from './leave-shell.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { logIn } from './log-in.ts';
import type { Session, SessionHooks, SessionRequest, SessionResult } from './session.ts';
import type { Shell } from './shell.ts';
import { Wire } from './wire.ts';

/** How long the ledger's write of an open socket may outlast the session, in milliseconds. */
const OPENED_WRITE_MS = 1_000;

interface Found {
  shell: Shell | null;
  platform: Platform | null;
}

interface Fault {
  readonly error: unknown;
}
type Ending<T> = { readonly value: T } | Fault;

/**
 * Runs `work` on a session of its own and closes it, on every path, before it resolves; it never rejects. Each phase has its bound
 * inside the deadline; the first cause of an early end is the one that is reported, and the close ladder (2.75 s at most)
 * hangs on none of them. Work that ignores the end is not waited for.
 */
export async function runSession<T>(
  ports: { readonly ssh: SshPort; readonly clock: Clock },
  request: SessionRequest,
  hooks: SessionHooks,
  work: (session: Session) => Promise<T>,
): Promise<SessionResult<T>> {
  const { clock } = ports;
  const limits = { ...DEFAULT_LIMITS, ...request.limits };
  const wire = new Wire({ ...ports, request, hooks, limits });
  const stopWatching = watchDeadline(wire, clock, request);
  const found: Found = { shell: null, platform: null };
  const login = {
    ...{ wire, clock, limits, request },
    onShell: (shell: Shell) => (found.shell = shell),
    onPlatform: (platform: Platform) => (found.platform = platform),
  };
  let ending: Ending<T> | undefined;
  const job = async (): Promise<void> => {
    try {
      ending = { value: await work(commandsOf(login, await logIn(login))) };
    } catch (error) {
      ending = { error };
    }
  };
  if (wire.signal.aborted) {
    // Too late to dial: there is nothing to close.
    stopWatching();
    return resultOf({ wire, cause: { error: wire.signal.reason }, ending, close: null, platform: null });
  }
  wire.dial();
  await Promise.race([job(), aborted(wire.signal)]);
  stopWatching();
  const cause: Fault | undefined = wire.signal.aborted ? { error: wire.signal.reason as unknown } : undefined;
  if (wire.connectedAt !== null) quietly(hooks.closing);
  const { shell } = found;
  const leave = shell ? (ms: number) => leaveShell(wire, clock, shell, found.platform, ms) : null;
  const close = await closeWire(wire, clock, limits, leave);
  await wire.openedSettled(OPENED_WRITE_MS);
  return resultOf({ wire, cause, ending, close, platform: found.platform });
}

function resultOf<T>(end: {
  readonly wire: Wire;
  readonly cause: Fault | undefined;
  readonly ending: Ending<T> | undefined;
  readonly close: CloseReport | null;
  readonly platform: Platform | null;
}): SessionResult<T> {
  const { wire, cause, ending, close, platform } = end;
  const seen = { close, ident: wire.ident, platform };
  const value = ending && 'value' in ending ? { value: ending.value } : {};
  // The cause that ended the session stands before what it made of the work.
  const fault = cause ?? (ending && 'error' in ending ? ending : undefined);
  if (!fault) return { ...seen, ...value };
  const partial = wire.partial === null ? {} : { partial: wire.partial };
  const error: unknown = fault.error;
  if (!(error instanceof SessionError)) return { ...seen, ...value, ...partial, error };
  const { class: of, phase, message, retryable } = error;
  return { ...seen, ...value, ...partial, failure: { class: of, phase, reason: message, retryable } };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function quietly(hook: (() => void) | undefined): void {
  try {
    hook?.();
  } catch {
    // A hook may not throw, and closing does not depend on it.
  }
}
