import { connecting, identifying } from './connecting.ts';
import { executing } from './executing.ts';
import { handshaking } from './handshaking.ts';
import { brokenOff } from './broken-off.ts';
import { closing, quirks } from './closing.ts';
import type { FaultRow } from './fault-row.ts';
import { authenticating, opening } from './logging-in.ts';
import { prompting } from './prompting.ts';
import { running } from './running.ts';

/** Phase by fault, as in the specification of sessions. */
export const FAULT_ROWS: readonly FaultRow[] = [
  ...connecting,
  ...identifying,
  ...handshaking,
  ...authenticating,
  ...opening,
  ...prompting,
  ...running,
  ...executing,
  ...brokenOff,
  ...closing,
  ...quirks,
];
