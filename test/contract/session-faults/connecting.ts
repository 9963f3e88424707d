import { connect, type Socket } from 'node:net';
import type { Connection } from 'ssh2';
import type { Dialer } from '../../../shared/ports/dialer.ts';
import { cli, ended, raw, type FaultRow } from './fault-row.ts';

const REFUSED_DIALER: Dialer = { connect: () => connect(1, '127.0.0.1') };
/** A name that is being looked up for ever: to us, a SYN that nobody answers. */
const BLACK_HOLE: Dialer = {
  connect: () => connect({ host: 'black-hole.invalid', port: 22, lookup: () => undefined }),
};

/** What a lookup or the stack answers before anything is sent. */
const failing = (code: string): Dialer => ({
  connect: () =>
    connect({
      host: 'nowhere.invalid',
      port: 22,
      lookup: (_host, _options, done) => done(Object.assign(new Error(code), { code }), ''),
    }),
});

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
    fault: 'no route to the host',
    phase: 'connect',
    ends: 'unreachable',
    closed: 'never-opened',
    dialer: () => failing('EHOSTUNREACH'),
  },
  {
    fault: 'a name without an address',
    phase: 'dns',
    ends: 'dns-failed',
    closed: 'never-opened',
    dialer: () => failing('ENOTFOUND'),
  },
  {
    fault: 'no socket left on this machine',
    phase: 'connect',
    ends: 'internal',
    closed: 'never-opened',
    dialer: () => failing('EMFILE'),
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

/** A device of both versions (RFC 4253 5.1), which ssh2's server cannot be. */
const IDENT_199 = 'SSH-1.99-Cisco-1.25';

function showsVersion199(socket: Socket): boolean {
  const write: (data: string) => boolean = socket.write.bind(socket);
  socket.write = (data: string | Uint8Array) => {
    socket.write = write;
    return write(`${IDENT_199}${Buffer.from(data).toString('latin1').slice('SSH-2.0-Cisco-1.25'.length)}`);
  };
  return false;
}

function hashesVersion199(client: Connection): void {
  (client as unknown as { _protocol: { _identRaw: Buffer } })._protocol._identRaw = Buffer.from(IDENT_199);
}

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
    fault: 'a greeting without end',
    phase: 'ident',
    ends: 'not-ssh',
    closed: ended('peer-fin'),
    device: raw('Welcome to this device\r\n'.repeat(3_000)),
  },
  {
    fault: 'a TLS alert, and a FIN',
    phase: 'ident',
    ends: 'not-ssh',
    closed: ended('peer-fin'),
    device: raw(Buffer.from('15030100020246', 'hex'), 'end'),
  },
  {
    fault: 'words of the device before its ident',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: { greeting: 'Authorized use only\r\n'.repeat(20), onShell: cli({}) },
  },
  {
    fault: 'SSH 1.99',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: { onSocket: showsVersion199, onClient: hashesVersion199, onShell: cli({}) },
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
