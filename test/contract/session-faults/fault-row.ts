import type { FailureClass, Phase } from '../../../shared/model/outcome.ts';
import type { ClosedBy, CloseProof } from '../../../shared/model/session-record.ts';
import type { Dialer } from '../../../shared/ports/dialer.ts';
import type { SessionRequest } from '../../../shared/session/session.ts';
import { fakeCli } from '../../helpers/fake-cli.ts';
import type { FakeDevice } from '../../helpers/fake-ssh-device.ts';

export type Expected = 'ok' | FailureClass;

export interface FaultRow {
  readonly fault: string;
  readonly phase: Phase | '-';
  readonly ends: Expected;
  /** `never-opened` where TCP never came up. */
  readonly closed: readonly [ClosedBy, CloseProof] | 'never-opened';
  readonly device?: FakeDevice;
  readonly dialer?: Dialer;
  readonly request?: () => Partial<SessionRequest>;
  readonly retryable?: true;
}

export const VERSION = 'Cisco IOS Software, Version 15.2(4)E8\nR1 uptime is 1 day\n';

export const cli = (commands: NonNullable<Parameters<typeof fakeCli>[0]['commands']>, more = {}) =>
  fakeCli({ commands: { 'show version': VERSION, ...commands }, ...more });

export const ended = (proof: CloseProof) => ['ended', proof] as const;
