import type { Failure, FailureClass } from '../model/outcome.ts';
import { VTY_EXHAUSTED } from './hints.ts';
import type { Where } from './where.ts';
import { AUTH, COMMAND, CONNECT, HANDSHAKE, IDENT, OPEN, OWN } from './failure-texts.ts';

/** What ended a session early, as it was observed. */
export type Cause =
  | { readonly type: 'timeout'; readonly ms: number }
  | { readonly type: 'deadline' }
  | { readonly type: 'interrupted' }
  | { readonly type: 'peer-fin' }
  | { readonly type: 'peer-reset' }
  | { readonly type: 'socket-closed' }
  | { readonly type: 'channel-closed' }
  | { readonly type: 'channel-refused'; readonly reason: string; readonly code: number | null }
  | { readonly type: 'not-ssh'; readonly text: string }
  | { readonly type: 'host-key-denied'; readonly reason: string }
  | { readonly type: 'password-change' }
  | {
      readonly type: 'error';
      readonly level: string;
      readonly code: string | null;
      readonly message: string;
    };

export type ClassifiedFailure = Failure & { readonly retryable: boolean };

/**
 * The class and the reason of an early end: phase by cause. The reason says what happened and what to do, and holds
 * neither a secret nor raw device output. `retryable` is set only where no login was tried: trying again can neither lock an
 * account nor take a second line.
 */
export function classify(cause: Cause, where: Where): ClassifiedFailure {
  const { phase } = where;
  const fail = (of: FailureClass, reason: string, retryable = false): ClassifiedFailure => ({
    class: of,
    phase,
    reason,
    retryable,
  });
  switch (cause.type) {
    case 'deadline':
      return fail(
        'deadline',
        `Out of time in phase ${phase}: raise the probe timeout, or see why the device is slow.`,
      );
    case 'interrupted':
      return fail(
        'interrupted',
        `Interrupted in phase ${phase}, and the session was closed: run again to visit the device.`,
      );
    case 'host-key-denied':
      return fail('hostkey-mismatch', cause.reason);
    case 'password-change':
      return fail('password-expired', AUTH.expired(where));
    case 'not-ssh':
      return notSsh(cause.text, where, fail);
    case 'channel-refused':
      return refusedChannel(cause, where, fail);
    case 'timeout':
      return timedOut(cause.ms, where, fail);
    case 'error':
      return failed(cause, where, fail);
    case 'peer-fin':
    case 'peer-reset':
    case 'socket-closed':
    case 'channel-closed':
      return lost(cause.type, where, fail);
  }
}

type Fail = (of: FailureClass, reason: string, retryable?: boolean) => ClassifiedFailure;

function notSsh(text: string, where: Where, fail: Fail): ClassifiedFailure {
  if (VTY_EXHAUSTED.test(text)) return fail('vty-exhausted', OPEN.vty(where));
  if (/^(?:SSH-|HTTP\/)/.test(text) || !/[a-z]{3}/i.test(text))
    return fail('not-ssh', IDENT.notSsh(where, text));
  // Words and a FIN: an ACL, or OpenSSH's "Exceeded MaxStartups".
  return fail('closed-before-ident', IDENT.closed(where), true);
}

function refusedChannel(
  cause: { readonly reason: string; readonly code: number | null },
  where: Where,
  fail: Fail,
): ClassifiedFailure {
  // RFC 4254 5.1: 4 is SSH_OPEN_RESOURCE_SHORTAGE, which IOS sends when it has no line left.
  if (cause.code === 4 || VTY_EXHAUSTED.test(cause.reason)) return fail('vty-exhausted', OPEN.vty(where));
  return fail('shell-refused', OPEN.refused(where));
}

function timedOut(ms: number, where: Where, fail: Fail): ClassifiedFailure {
  const seconds = `${ms / 1000} s`;
  switch (where.phase) {
    case 'connect':
      return fail('unreachable', CONNECT.silent(where, seconds));
    case 'ident':
      return fail('ident-timeout', IDENT.silent(where, seconds));
    case 'handshake':
    case 'host-key':
      return fail('handshake-timeout', HANDSHAKE.silent(where, seconds));
    case 'auth':
      return fail('auth-timeout', AUTH.silent(where, seconds));
    case 'open':
      return fail('open-timeout', OPEN.silent(where, seconds));
    case 'prompt':
      return fail('prompt-timeout', OPEN.noPrompt(where, seconds));
    default:
      return fail('command-timeout', COMMAND.silent(where, seconds));
  }
}

function lost(how: string, where: Where, fail: Fail, why = ''): ClassifiedFailure {
  const reset = how === 'peer-reset';
  switch (where.phase) {
    case 'connect':
      return fail('unreachable', CONNECT.failed(where, 'the socket closed'));
    case 'ident':
      return reset
        ? fail('handshake-failed', HANDSHAKE.reset(where), true)
        : fail('closed-before-ident', IDENT.closed(where), true);
    case 'handshake':
    case 'host-key':
      return fail('handshake-failed', reset ? HANDSHAKE.reset(where) : HANDSHAKE.closed(where), reset);
    case 'auth':
      return fail('auth-aborted', AUTH.closed(where));
    default:
      if (where.phase !== 'command' && VTY_EXHAUSTED.test(where.said ?? '')) {
        return fail('vty-exhausted', OPEN.vty(where));
      }
      return fail('closed-early', COMMAND.closed(where, reset, why));
  }
}

const OWN_FAULT = new Set(['EMFILE', 'ENFILE', 'EADDRNOTAVAIL', 'EACCES', 'EPERM', 'ENOBUFS', 'ENOMEM']);

function failed(
  cause: { readonly level: string; readonly code: string | null; readonly message: string },
  where: Where,
  fail: Fail,
): ClassifiedFailure {
  const { level, code, message } = cause;
  if (level === 'credential') return { ...fail('auth-failed', AUTH.badKey(where)), phase: 'auth' };
  if (level === 'auth') return fail('auth-failed', AUTH.refused(where, message));
  if (level === 'setup') return fail('internal', OWN.setup(message));
  switch (where.phase) {
    case 'connect':
      if (code === 'ECONNREFUSED') return fail('refused', CONNECT.refused(where));
      if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return { ...fail('dns-failed', CONNECT.noName(where)), phase: 'dns' };
      }
      if (code && OWN_FAULT.has(code)) return fail('internal', CONNECT.ownFault(code));
      return fail('unreachable', CONNECT.failed(where, code ?? message));
    case 'ident':
      // ssh2 gave up on what it read before the sniffer could tell more.
      return fail('not-ssh', IDENT.notSsh(where, ''));
    case 'handshake':
    case 'host-key':
      return fail('handshake-failed', HANDSHAKE.failed(where, message));
    case 'auth':
      return fail('auth-aborted', AUTH.closed(where, message));
    default:
      return lost('error', where, fail, message);
  }
}
