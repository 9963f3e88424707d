import type { Credential } from '../../../shared/model/credential.ts';
import type { FailureClass, Phase } from '../../../shared/model/outcome.ts';
import type { ClosedBy, CloseProof } from '../../../shared/model/session-record.ts';
import type { Dialer } from '../../../shared/ports/dialer.ts';
import type { Store } from '../../../shared/ports/store.ts';
import type { SessionLimits } from '../../../shared/session/session.ts';
import { fakeCli } from '../../helpers/fake-cli.ts';
import type { FakeDevice } from '../../helpers/fake-ssh-device.ts';

export type Expected = 'ok' | FailureClass;

/** What a device may do to the session besides talking to it, at the very moment that a row is about. */
export interface Moment {
  /** The time of the session is over. */
  readonly deadline: () => void;
  /** Somebody gives up. */
  readonly interrupt: () => void;
}

export interface FaultRow {
  readonly fault: string;
  readonly phase: Phase | '-';
  readonly ends: Expected;
  /** `never-opened` where TCP never came up. */
  readonly closed: readonly [ClosedBy, CloseProof] | 'never-opened';
  readonly device?: FakeDevice | ((moment: Moment) => FakeDevice);
  readonly dialer?: (moment: Moment) => Dialer;
  readonly store?: (store: Store, moment: Moment) => Partial<Store>;
  readonly credential?: Credential;
  readonly limits?: Partial<SessionLimits>;
  /** Another key is pinned for the address. */
  readonly otherKeyPinned?: true;
  /** After `show version`. */
  readonly commands?: readonly string[];
  readonly retryable?: true;
}

export const VERSION = 'Cisco IOS Software, Version 15.2(4)E8\nR1 uptime is 1 day\n';

export const cli = (commands: NonNullable<Parameters<typeof fakeCli>[0]['commands']>, more = {}) =>
  fakeCli({ commands: { 'show version': VERSION, ...commands }, ...more });

export const ended = (proof: CloseProof) => ['ended', proof] as const;

export const IDENT = 'SSH-2.0-Cisco-1.25\r\n';

/** A socket without SSH: says one thing, and then keeps open, ends, resets or reads nothing. */
export const raw = (
  write: string | Buffer,
  then: 'keep' | 'end' | 'reset' | 'deaf' = 'keep',
): FakeDevice => ({
  onSocket: (socket) => {
    if (then === 'deaf') socket.write(write);
    else {
      socket.resume();
      socket.once('end', () => socket.end());
      if (then === 'end') socket.end(write);
      else socket.write(write, () => then === 'reset' && setTimeout(() => socket.resetAndDestroy(), 30));
    }
    return true;
  },
});
