import { describe, expect, test } from 'vitest';
import { FAILURE_CLASSES, PHASES } from '../../../shared/model/outcome.ts';
import { classify, type Cause } from '../../../shared/session/classify.ts';
import type { Where } from '../../../shared/session/where.ts';

const at = (phase: Where['phase']): Where => ({ phase, address: '192.0.2.1', port: 22, username: 'netops' });

const CAUSES: readonly Cause[] = [
  { type: 'timeout', ms: 5_000 },
  { type: 'deadline' },
  { type: 'interrupted' },
  { type: 'peer-fin' },
  { type: 'peer-reset' },
  { type: 'socket-closed' },
  { type: 'channel-closed' },
  { type: 'channel-refused', reason: 'no', code: 1 },
  { type: 'not-ssh', text: 'HTTP/1.1 400 Bad Request' },
  { type: 'host-key-denied', reason: 'The key changed.' },
  { type: 'password-change' },
  { type: 'error', level: 'protocol', code: null, message: 'Bad packet' },
];

describe('the class of a failure', () => {
  test.each([
    ['refused', 'connect', { type: 'error', level: 'socket', code: 'ECONNREFUSED', message: '' }],
    ['unreachable', 'connect', { type: 'error', level: 'socket', code: 'EHOSTUNREACH', message: '' }],
    ['dns-failed', 'connect', { type: 'error', level: 'socket', code: 'ENOTFOUND', message: '' }],
    ['internal', 'connect', { type: 'error', level: 'socket', code: 'EMFILE', message: '' }],
    ['auth-failed', 'ident', { type: 'error', level: 'credential', code: null, message: '' }],
    ['vty-exhausted', 'open', { type: 'channel-refused', reason: '', code: 4 }],
    ['shell-refused', 'open', { type: 'channel-refused', reason: '', code: 1 }],
    ['vty-exhausted', 'ident', { type: 'not-ssh', text: '% All lines are busy' }],
  ] as const)('is %s in phase %s for %j', (expected, phase, cause) => {
    expect(classify(cause, at(phase)).class).toBe(expected);
  });

  test('is retryable only before anything was sent to log in', () => {
    const retryable = PHASES.flatMap((phase) =>
      CAUSES.map((cause) => ({ ...classify(cause, at(phase)), cause })),
    )
      .filter((failure) => failure.retryable)
      .map((failure) => `${failure.class} ${failure.phase} ${failure.cause.type}`);
    expect(retryable).toEqual([
      'closed-before-ident ident peer-fin',
      'handshake-failed ident peer-reset',
      'closed-before-ident ident socket-closed',
      'closed-before-ident ident channel-closed',
      'handshake-failed handshake peer-reset',
      'handshake-failed host-key peer-reset',
    ]);
  });

  test('always comes with a sentence that says what to do', () => {
    for (const phase of PHASES) {
      for (const cause of CAUSES) {
        const failure = classify(cause, at(phase));
        expect(FAILURE_CLASSES).toContain(failure.class);
        expect(failure.reason).toMatch(/\.$/);
        expect(failure.reason.length).toBeGreaterThan(12);
      }
    }
  });

  test('says it in these words', () => {
    expect(classify({ type: 'timeout', ms: 5_000 }, at('connect')).reason).toBe(
      '192.0.2.1:22 did not answer within 5 s: check routing, firewalls, and that the device is up.',
    );
    expect(classify({ type: 'channel-refused', reason: '', code: 4 }, at('open')).reason).toBe(
      'All lines of 192.0.2.1:22 are taken: free one (show users, clear line vty N), or wait for its exec-timeout.',
    );
    expect(classify({ type: 'peer-fin' }, { ...at('ident'), address: '2001:db8::1' }).reason).toBe(
      '[2001:db8::1]:22 closed the connection before identifying itself: look for an ACL on its lines, a login block (quiet mode), or too many connections at once.',
    );
  });
});
