import type { FailureClass } from '../../model/outcome.ts';

/** Failures that need somebody to change something first: a login, a key, a platform. Trying again would only fail again. */
const STAYS: ReadonlySet<FailureClass> = new Set([
  'no-credential',
  'not-ssh',
  'handshake-failed',
  'hostkey-mismatch',
  'auth-failed',
  'password-expired',
  'login-in-shell',
  'enable-failed',
  'pager-loop',
  'output-too-large',
  'unsupported-platform',
]);

/** Whether a failure may pass by itself: an outage, a busy device, a probe that died. */
export const mayPass = (failure: FailureClass): boolean => !STAYS.has(failure);
