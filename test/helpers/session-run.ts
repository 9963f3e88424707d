import { ssh2Port } from '../../shared/adapters/ssh2/connect.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import type { Dialer } from '../../shared/ports/dialer.ts';
import { runSession } from '../../shared/session/run-session.ts';
import type {
  Session,
  SessionHooks,
  SessionLimits,
  SessionRequest,
  SessionResult,
} from '../../shared/session/session.ts';
import { LOGIN } from './fake-ssh-device.ts';

/** Long enough for a loaded machine, short enough that a table of timeouts takes seconds. */
export const QUICK: Partial<SessionLimits> = {
  connectMs: 1_200,
  identMs: 1_200,
  handshakeMs: 3_000,
  authMs: 1_500,
  openMs: 1_500,
  promptMs: 2_000,
  commandIdleMs: 1_200,
  commandMs: 8_000,
  outputBytes: 100_000,
  pagerPages: 20,
  leaveMs: 1_000,
  endMs: 1_000,
  resetMs: 250,
};

export interface SessionRun<T> {
  readonly dialer: Dialer;
  readonly request?: Partial<SessionRequest>;
  readonly hooks?: SessionHooks;
  readonly work?: (session: Session) => Promise<T>;
}

/** A session with quick bounds to wherever the dialer leads; runs `show version` unless told otherwise. */
export function runQuickly<T = string>(run: SessionRun<T>): Promise<SessionResult<T>> {
  const work = run.work ?? (async (session) => (await session.run('show version')).output as T);
  return runSession(
    { ssh: ssh2Port({ dialer: run.dialer }), clock: systemClock },
    {
      address: '192.0.2.1',
      port: 22,
      credential: LOGIN,
      deadline: Date.now() + 20_000,
      verifyHostKey: async () => ({ trusted: true }),
      ...run.request,
      limits: { ...QUICK, ...run.request?.limits },
    },
    run.hooks ?? {},
    work,
  );
}
