import type { Failure, FailureClass, Phase } from './model/outcome.ts';

/**
 * The error family. `code` is a string literal and never derived from a class name: bundles rename classes, and Step
 * Functions matches on names.
 */
export class NetwalkerError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = code;
    this.code = code;
  }
}

/** The user asked for something that cannot be: exit status 2. The message says what to do. */
export class UsageError extends NetwalkerError {
  constructor(message: string, options?: ErrorOptions) {
    super('UsageError', message, options);
  }
}

/** Another run of the same network holds the lock. */
export class RunLockedError extends NetwalkerError {
  constructor(message: string, options?: ErrorOptions) {
    super('RunLockedError', message, options);
  }
}

/** What went wrong with a device, thrown inside a session and turned into an outcome at its edge: it never escapes a probe. */
export class SessionError extends NetwalkerError {
  readonly class: FailureClass;
  readonly phase: Phase;
  readonly retryable: boolean;
  constructor(failure: Failure & { retryable?: boolean }, options?: ErrorOptions) {
    super('SessionError', failure.reason, options);
    this.class = failure.class;
    this.phase = failure.phase;
    this.retryable = failure.retryable ?? false;
  }
}

/** The failure inside an error; one that is not ours is `internal`. */
export function failureOf(error: unknown, phase: Phase): Failure {
  if (error instanceof SessionError) {
    return { class: error.class, phase: error.phase, reason: error.message };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { class: 'internal', phase, reason: `netwalker failed here: ${message}` };
}
