import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advance,
  boundOf,
  MACHINE_EVENTS,
  START,
  STATES,
  TRANSITIONS,
  type MachineEvent,
  type Position,
} from '../../../shared/session/machine.ts';

const follow = (events: readonly MachineEvent[]): Position => events.reduce(advance, START);
const anyEvents = fc.array(fc.constantFrom(...MACHINE_EVENTS), { maxLength: 40 });

const TO_READY: readonly MachineEvent[] = [
  'connected',
  'ident',
  'host-key-offered',
  'host-key-trusted',
  'authenticated',
  'shell-open',
  'cli-known',
];

describe('the state machine of a session', () => {
  test('goes from dialling to ready through a host key, a login and a prompt', () => {
    const path = TO_READY.map((_, index) => follow(TO_READY.slice(0, index + 1)));
    expect(path.map(({ state, phase }) => `${state}/${phase}`)).toEqual([
      'dialling/ident',
      'dialling/handshake',
      'host-key/host-key',
      'authenticating/auth',
      'prompt/open',
      'prompt/prompt',
      'ready/command',
    ]);
  });

  test('needs no prompt where commands go into exec channels', () => {
    const withoutShell = TO_READY.filter((event) => event !== 'shell-open');
    expect(follow(withoutShell)).toEqual({ state: 'ready', phase: 'command' });
  });

  test('runs one command at a time', () => {
    expect(follow([...TO_READY, 'command-sent']).state).toBe('running');
    expect(follow([...TO_READY, 'command-sent', 'command-sent']).state).toBe('running');
    expect(follow([...TO_READY, 'command-sent', 'command-done']).state).toBe('ready');
  });

  test('keeps the phase it came to when it closes', () => {
    expect(follow(['connected', 'close-begins'])).toEqual({ state: 'closing', phase: 'ident' });
    expect(follow(['connected', 'close-begins', 'socket-closed'])).toEqual({
      state: 'closed',
      phase: 'ident',
    });
  });

  test('has one way on for each position and event', () => {
    const keys = TRANSITIONS.map(({ from, on }) => `${from.state}/${from.phase} ${on}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is closed after the socket closed, whatever came before and comes after', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (before, after) => {
        expect(follow([...before, 'socket-closed', ...after]).state).toBe('closed');
      }),
    );
  });

  test('never leaves closing but to closed', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (before, after) => {
        const { state } = follow([...before, 'close-begins', ...after]);
        expect(['closing', 'closed']).toContain(state);
      }),
    );
  });

  test('never goes back, but from running to ready', () => {
    fc.assert(
      fc.property(anyEvents, fc.constantFrom(...MACHINE_EVENTS), (before, event) => {
        const at = follow(before);
        const next = advance(at, event);
        const isDone = at.state === 'running' && next.state === 'ready';
        if (!isDone) expect(STATES.indexOf(next.state)).toBeGreaterThanOrEqual(STATES.indexOf(at.state));
      }),
    );
  });

  test('asks nobody to log in before the host key is trusted', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const untrusted = events.filter((event) => event !== 'host-key-trusted');
        const { state } = follow(untrusted);
        expect(['dialling', 'host-key', 'closing', 'closed']).toContain(state);
      }),
    );
  });

  test('bounds every position in which it waits for the device', () => {
    const waiting = [START, ...TRANSITIONS.map(({ to }) => to)].filter(
      ({ state, phase }) => !['ready', 'running'].includes(state) && phase !== 'prompt',
    );
    expect(waiting.map(boundOf)).not.toContain(null);
  });
});
