import { connect } from 'node:net';
import type { Dialer } from '../../../shared/ports/dialer.ts';
import type { FakeDevice } from '../../helpers/fake-ssh-device.ts';
import { ended, type FaultRow } from './fault-row.ts';

const IDENT = 'SSH-2.0-Cisco-1.25\r\n';
const REFUSED_DIALER: Dialer = { connect: () => connect(1, '127.0.0.1') };
/** A name that is being looked up for ever: to us, a SYN that nobody answers. */
const BLACK_HOLE: Dialer = {
  connect: () => connect({ host: 'black-hole.invalid', port: 22, lookup: () => undefined }),
};

export const connecting: readonly FaultRow[] = [
  {
    fault: 'a closed port',
    phase: 'connect',
    ends: 'refused',
    closed: 'never-opened',
    dialer: () => REFUSED_DIALER,
  },
  {
    fault: 'no SYN-ACK',
    phase: 'connect',
    ends: 'unreachable',
    closed: 'never-opened',
    dialer: () => BLACK_HOLE,
  },
  {
    fault: 'a FIN on accept',
    phase: 'ident',
    ends: 'closed-before-ident',
    closed: ended('peer-fin'),
    device: { onSocket: (socket) => Boolean(socket.resume().end()) },
    retryable: true,
  },
  {
    fault: 'a reset on accept',
    phase: 'ident',
    ends: 'handshake-failed',
    closed: ended('peer-reset'),
    device: { onSocket: (socket) => Boolean(socket.resetAndDestroy()) },
    retryable: true,
  },
];

const raw = (write: string | Buffer, then: 'keep' | 'end' | 'reset' | 'deaf' = 'keep'): FakeDevice => ({
  onSocket: (socket) => {
    if (then === 'deaf') socket.write(write);
    else {
      socket.resume();
      socket.once('end', () => socket.end());
      if (then === 'end') socket.end(write);
      else socket.write(write, () => then === 'reset' && setTimeout(() => socket.resetAndDestroy(), 30));
    }
    return true;
  },
});

export const identifying: readonly FaultRow[] = [
  { fault: 'silence', phase: 'ident', ends: 'ident-timeout', closed: ended('peer-fin'), device: raw('') },
  {
    fault: 'silence, and a FIN that is never answered',
    phase: 'ident',
    ends: 'ident-timeout',
    closed: ['destroyed', 'unconfirmed'],
    device: raw('', 'deaf'),
  },
  {
    fault: 'a banner and no ident',
    phase: 'ident',
    ends: 'ident-timeout',
    closed: ended('peer-fin'),
    device: raw('Authorized use only\r\n'),
  },
  {
    fault: 'a web server',
    phase: 'ident',
    ends: 'not-ssh',
    closed: ended('peer-fin'),
    device: raw('HTTP/1.1 400 Bad Request\r\n\r\n', 'end'),
  },
  {
    fault: 'SSH 1.5',
    phase: 'ident',
    ends: 'not-ssh',
    closed: ended('peer-fin'),
    device: raw('SSH-1.5-Cisco-1.25\n'),
  },
  {
    fault: 'bytes without an end of line',
    phase: 'ident',
    ends: 'not-ssh',
    closed: ended('peer-fin'),
    device: raw(Buffer.alloc(20_000, 0x16)),
  },
  {
    fault: 'lines in use, and a FIN',
    phase: 'ident',
    ends: 'vty-exhausted',
    closed: ended('peer-fin'),
    device: raw('% All lines are in use\r\n', 'end'),
  },
  {
    fault: 'MaxStartups, and a FIN',
    phase: 'ident',
    ends: 'closed-before-ident',
    closed: ended('peer-fin'),
    device: raw('Exceeded MaxStartups\r\n', 'end'),
    retryable: true,
  },
];

export const handshaking: readonly FaultRow[] = [
  {
    fault: 'a FIN',
    phase: 'handshake',
    ends: 'handshake-failed',
    closed: ended('peer-fin'),
    device: raw(IDENT, 'end'),
  },
  {
    fault: 'a reset',
    phase: 'handshake',
    ends: 'handshake-failed',
    closed: ended('peer-reset'),
    device: raw(IDENT, 'reset'),
    retryable: true,
  },
  {
    fault: 'garbage after the ident',
    phase: 'handshake',
    ends: 'handshake-failed',
    closed: ended('peer-fin'),
    device: raw(IDENT + 'x'.repeat(64)),
  },
  {
    fault: 'a stall',
    phase: 'handshake',
    ends: 'handshake-timeout',
    closed: ended('peer-fin'),
    device: raw(IDENT),
  },
  {
    fault: 'a black hole after the ident',
    phase: 'handshake',
    ends: 'handshake-timeout',
    closed: ['destroyed', 'unconfirmed'],
    device: raw(IDENT, 'deaf'),
  },
  {
    fault: 'no common cipher',
    phase: 'handshake',
    ends: 'handshake-failed',
    closed: ended('peer-fin'),
    device: { algorithms: { cipher: ['chacha20-poly1305@openssh.com'] } },
  },
  {
    fault: 'group-exchange only',
    phase: 'handshake',
    ends: 'handshake-failed',
    closed: ended('peer-fin'),
    device: { algorithms: { kex: ['diffie-hellman-group-exchange-sha256'] } },
  },
  {
    fault: 'a host key that is not the pinned one',
    phase: 'host-key',
    ends: 'hostkey-mismatch',
    closed: ended('peer-fin'),
    device: {},
    otherKeyPinned: true,
  },
];
