import type { Socket } from 'node:net';
import { ended, IDENT, raw, type FaultRow } from './fault-row.ts';

/** The ident and the first part of the list of algorithms. */
const KEX_BYTES = 200;

/** Passes what SSH says up to so many bytes, then does something else and says nothing more. */
function breaksAfter(
  socket: Socket,
  bytes: number,
  then: (write: (data: Buffer) => boolean) => void,
): boolean {
  const write: (data: Buffer) => boolean = socket.write.bind(socket);
  let left = bytes;
  socket.write = (data: string | Uint8Array) => {
    if (left <= 0) return true;
    const all = Buffer.from(data as Uint8Array);
    left -= all.length;
    const isSent = write(left > 0 ? all : all.subarray(0, all.length + left));
    if (left <= 0) then(write);
    return isSent;
  };
  return false;
}

/** SSH_MSG_DISCONNECT (RFC 4253 11.1), in the clear. */
function disconnects(socket: Socket, words: string): boolean {
  const text = Buffer.from(words);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const payload = Buffer.concat([Buffer.from([1, 0, 0, 0, 2]), length, text, Buffer.alloc(4)]);
  const padding = 8 + ((8 - ((5 + payload.length) % 8)) % 8);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(1 + payload.length + padding);
  head.writeUInt8(padding, 4);
  socket.resume().write(IDENT);
  socket.once('end', () => socket.end());
  return socket.write(Buffer.concat([head, payload, Buffer.alloc(padding)]));
}

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
    fault: 'a stall in the middle of the key exchange',
    phase: 'handshake',
    ends: 'handshake-timeout',
    closed: ended('peer-fin'),
    device: { onSocket: (socket) => breaksAfter(socket, KEX_BYTES, () => undefined) },
  },
  {
    fault: 'a FIN in the middle of the key exchange',
    phase: 'handshake',
    ends: 'handshake-failed',
    closed: ended('peer-fin'),
    device: { onSocket: (socket) => breaksAfter(socket, KEX_BYTES, () => socket.end()) },
  },
  {
    fault: 'a reset in the middle of the key exchange',
    phase: 'handshake',
    ends: 'handshake-failed',
    closed: ended('peer-reset'),
    device: { onSocket: (socket) => breaksAfter(socket, KEX_BYTES, () => socket.resetAndDestroy()) },
    retryable: true,
  },
  {
    fault: 'garbage in the middle of the key exchange',
    phase: 'handshake',
    ends: 'handshake-failed',
    closed: ended('peer-fin'),
    device: {
      onSocket: (socket) => breaksAfter(socket, KEX_BYTES, (write) => void write(Buffer.alloc(4_000, 0xa5))),
    },
  },
  {
    fault: 'DISCONNECT with words that are not for a terminal',
    phase: 'handshake',
    ends: 'handshake-failed',
    closed: ended('peer-fin'),
    device: { onSocket: (socket) => disconnects(socket, '\x1b]0;gone\x07\u202egone') },
  },
  {
    fault: 'no common key exchange',
    phase: 'handshake',
    ends: 'handshake-failed',
    closed: ended('peer-fin'),
    device: { algorithms: { kex: ['diffie-hellman-group18-sha512'] } },
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
