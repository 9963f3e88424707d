import type { Phase } from '../model/outcome.ts';
import type { SessionLimits } from './session.ts';

/** The states of a session, in order. `closing` is reachable from all, and nothing leads back from it. */
export const STATES = [
  'dialling',
  'host-key',
  'authenticating',
  'prompt',
  'ready',
  'running',
  'closing',
  'closed',
] as const;
export type State = (typeof STATES)[number];

export const MACHINE_EVENTS = [
  'connected',
  'ident',
  'host-key-offered',
  'host-key-trusted',
  'authenticated',
  'shell-open',
  'cli-known',
  'command-sent',
  'command-done',
  'close-begins',
  'socket-closed',
] as const;
export type MachineEvent = (typeof MACHINE_EVENTS)[number];

/** Where a session stands: its state, and the phase that a failure here is reported with. */
export interface Position {
  readonly state: State;
  readonly phase: Phase;
}

export const START: Position = { state: 'dialling', phase: 'connect' };

interface Transition {
  readonly from: Position;
  readonly on: MachineEvent;
  readonly to: Position;
}

const row = (from: [State, Phase], on: MachineEvent, to: [State, Phase]): Transition => ({
  from: { state: from[0], phase: from[1] },
  on,
  to: { state: to[0], phase: to[1] },
});

/** Every way forward. What is not here changes nothing: events that come late or twice are ignored. */
export const TRANSITIONS: readonly Transition[] = [
  row(['dialling', 'connect'], 'connected', ['dialling', 'ident']),
  row(['dialling', 'ident'], 'ident', ['dialling', 'handshake']),
  row(['dialling', 'handshake'], 'host-key-offered', ['host-key', 'host-key']),
  row(['host-key', 'host-key'], 'host-key-trusted', ['authenticating', 'auth']),
  row(['authenticating', 'auth'], 'authenticated', ['prompt', 'open']),
  row(['prompt', 'open'], 'shell-open', ['prompt', 'prompt']),
  // With a prompt, or without one where the platform takes exec channels.
  row(['prompt', 'prompt'], 'cli-known', ['ready', 'command']),
  row(['prompt', 'open'], 'cli-known', ['ready', 'command']),
  row(['ready', 'command'], 'command-sent', ['running', 'command']),
  row(['running', 'command'], 'command-done', ['ready', 'command']),
];

/** The next position: pure, total, and closed once the socket is. */
export function advance(at: Position, event: MachineEvent): Position {
  if (at.state === 'closed') return at;
  if (event === 'socket-closed') return { state: 'closed', phase: at.phase };
  if (at.state === 'closing') return at;
  // The phase stays: it says how far the session came.
  if (event === 'close-begins') return { state: 'closing', phase: at.phase };
  const next = TRANSITIONS.find(
    ({ from, on }) => on === event && from.state === at.state && from.phase === at.phase,
  );
  return next ? next.to : at;
}

/** Which limit bounds the stay at a position; null where a command, the work or the close ladder has its own. */
export function boundOf({ state, phase }: Position): keyof SessionLimits | null {
  if (state === 'ready' || state === 'running' || state === 'closing' || state === 'closed') return null;
  switch (phase) {
    case 'connect':
      return 'connectMs';
    case 'ident':
      return 'identMs';
    case 'handshake':
    case 'host-key':
      return 'handshakeMs';
    case 'auth':
      return 'authMs';
    case 'open':
      return 'openMs';
    default:
      // The prompt: learning it is bounded by its own reader, because detection runs commands here.
      return null;
  }
}
