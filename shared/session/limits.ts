import type { SessionLimits } from './session.ts';

/**
 * The bounds of a session's phases. They are upper bounds inside the deadline, which always comes first where it is
 * nearer. The last three are the close ladder (2.75 s together) and do not count against the deadline.
 */
export const DEFAULT_LIMITS: SessionLimits = {
  connectMs: 5_000,
  identMs: 5_000,
  handshakeMs: 8_000,
  authMs: 10_000,
  openMs: 5_000,
  promptMs: 10_000,
  commandIdleMs: 10_000,
  commandMs: 60_000,
  outputBytes: 4 * 1024 * 1024,
  pagerPages: 500,
  leaveMs: 1_500,
  endMs: 1_000,
  resetMs: 250,
};
