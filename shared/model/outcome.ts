/**
 * How a probe ended. A device that fails is a value with a class, a phase and a reason; exceptions are for our
 * own bugs and for AWS.
 */

/** Where in a probe something happened, in the order of a probe. */
export const PHASES = [
  'scope',
  'credential',
  'dns',
  'connect',
  'ident',
  'handshake',
  'host-key',
  'auth',
  'open',
  'prompt',
  'command',
  'close',
  'parse',
  'store',
] as const;
export type Phase = (typeof PHASES)[number];

/** Why a probe failed. The names are part of the summary and of the table: never rename one. */
export const FAILURE_CLASSES = [
  'no-credential',
  'dns-failed',
  'refused',
  'unreachable',
  'closed-before-ident',
  'ident-timeout',
  'not-ssh',
  'handshake-failed',
  'handshake-timeout',
  'hostkey-mismatch',
  'auth-failed',
  'auth-timeout',
  'auth-aborted',
  'password-expired',
  'login-in-shell',
  'device-busy',
  'auth-paused',
  'vty-exhausted',
  'open-timeout',
  'shell-refused',
  'closed-early',
  'prompt-timeout',
  'prompt-changed',
  'enable-failed',
  'command-timeout',
  'pager-loop',
  'output-too-large',
  'unsupported-platform',
  'deadline',
  'interrupted',
  'abandoned',
  'internal',
] as const;
export type FailureClass = (typeof FAILURE_CLASSES)[number];

/** Why a target was recorded and not followed. */
export const SKIP_REASONS = [
  'out-of-scope',
  'max-depth',
  'name-filter',
  'platform-filter',
  'no-address',
  'alias',
  'not-asked-for',
  'command-not-allowed',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export interface Failure {
  readonly class: FailureClass;
  readonly phase: Phase;
  /** One sentence for an operator: what happened and what to do. Never holds a secret or raw device output. */
  readonly reason: string;
}

export type Outcome =
  | { readonly kind: 'visited'; readonly deviceId: string; readonly warnings?: readonly string[] }
  /** The address belongs to a device that this run has visited, or is visiting, under another address. */
  | { readonly kind: 'alias'; readonly deviceId: string; readonly of: string }
  | { readonly kind: 'skipped'; readonly skip: SkipReason; readonly reason: string }
  | ({ readonly kind: 'failed' } & Failure);
