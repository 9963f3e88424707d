import type { Socket } from 'node:net';
import type { Connection } from 'ssh2';
import { goDeaf, takePassword } from '../../helpers/fake-ssh-device.ts';
import { cli, ended, type FaultRow } from './fault-row.ts';

interface Internals {
  _protocol: {
    _packetRW: {
      write: { allocStart: number; alloc(size: number): Buffer; finalize(packet: Buffer): Buffer };
    };
    _cipher: { encrypt(packet: Buffer): void };
    disconnect(reason: number): void;
    channelOpenFail(channel: number, reason: number, description: string): void;
  };
}
const internals = (client: Connection): Internals['_protocol'] => (client as unknown as Internals)._protocol;

/** SSH_MSG_USERAUTH_BANNER (RFC 4252 5.4): may come at any time before the login. */
function sendBanners(client: Connection, count: number): void {
  const text = Buffer.from('Authorized use only\r\n'.repeat(180));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const payload = Buffer.concat([Buffer.from([53]), length, text, Buffer.alloc(4)]);
  const { _packetRW, _cipher } = internals(client);
  const { write } = _packetRW;
  for (let sent = 0; sent < count; sent += 1) {
    const packet = write.alloc(payload.length);
    packet.set(payload, write.allocStart);
    _cipher.encrypt(write.finalize(packet));
  }
}

/** What the device sends once keys are in use, and no key made: a packet whose check fails. */
export const badPacket = (socket: Socket): void => void socket.write(Buffer.alloc(64, 0x5a));

export const disconnect = (client: Connection): void => internals(client).disconnect(2);

export const authenticating: readonly FaultRow[] = [
  {
    fault: 'a wrong password',
    phase: 'auth',
    ends: 'auth-failed',
    closed: ended('peer-fin'),
    device: { onAuth: (context) => context.reject(['password', 'keyboard-interactive']) },
  },
  {
    fault: 'keyboard-interactive that asks for ever',
    phase: 'auth',
    ends: 'auth-failed',
    closed: ended('peer-fin'),
    device: {
      onAuth: (context) => {
        if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
        const ask = (): void => context.prompt([{ prompt: 'Password: ', echo: false }], ask);
        ask();
      },
    },
  },
  {
    fault: 'a stall',
    phase: 'auth',
    ends: 'auth-timeout',
    closed: ended('peer-fin'),
    device: { onAuth: () => undefined },
  },
  {
    fault: 'a black hole',
    phase: 'auth',
    ends: 'auth-timeout',
    closed: ['destroyed', 'unconfirmed'],
    device: { onAuth: (_context, _client, socket) => goDeaf(socket) },
  },
  {
    fault: 'a FIN',
    phase: 'auth',
    ends: 'auth-aborted',
    closed: ended('peer-fin'),
    device: { onAuth: (_context, _client, socket) => void socket.end() },
  },
  {
    fault: 'a reset',
    phase: 'auth',
    ends: 'auth-aborted',
    closed: ended('peer-reset'),
    device: { onAuth: (_context, _client, socket) => void socket.resetAndDestroy() },
  },
  {
    fault: 'a packet whose check fails',
    phase: 'auth',
    ends: 'auth-aborted',
    closed: ended('peer-fin'),
    device: { onAuth: (_context, _client, socket) => badPacket(socket) },
  },
  {
    fault: 'banners without end, and no answer',
    phase: 'auth',
    ends: 'auth-timeout',
    closed: ended('peer-fin'),
    device: { onAuth: (_context, client) => sendBanners(client, 400) },
  },
  {
    fault: 'a server that takes keys only',
    phase: 'auth',
    ends: 'auth-failed',
    closed: ended('peer-fin'),
    device: { onAuth: (context) => context.reject(['publickey']) },
  },
  {
    fault: 'methods that nobody here has',
    phase: 'auth',
    ends: 'auth-failed',
    closed: ended('peer-fin'),
    device: { onAuth: (context) => context.reject(['hostbased']) },
  },
  {
    fault: 'a second factor after the password',
    phase: 'auth',
    ends: 'auth-failed',
    closed: ended('peer-fin'),
    device: {
      onAuth: (context) => {
        if (context.method === 'password') context.reject(['keyboard-interactive'], true);
        else if (context.method === 'keyboard-interactive')
          context.prompt([{ prompt: 'Passcode: ', echo: false }], () => context.reject([]));
        else context.reject(['password']);
      },
    },
  },
  {
    fault: 'keyboard-interactive that wants a new password',
    phase: 'auth',
    ends: 'password-expired',
    closed: ended('peer-fin'),
    device: {
      onAuth: (context) => {
        if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
        context.prompt([{ prompt: 'New password: ', echo: false }], () => context.reject());
      },
    },
  },
  {
    fault: 'many banners, and then a login',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: {
      onAuth: (context, client) => (sendBanners(client, 50), takePassword(context)),
      onShell: cli({}),
    },
  },
  {
    fault: 'DISCONNECT 2',
    phase: 'auth',
    ends: 'auth-aborted',
    closed: ended('peer-fin'),
    device: { onAuth: (_context, client) => disconnect(client) },
  },
  {
    fault: 'a request to change the password',
    phase: 'auth',
    ends: 'password-expired',
    closed: ended('peer-fin'),
    device: {
      onAuth: (context) => {
        if (context.method === 'password') context.requestChange('New password: ', () => undefined);
        else context.reject(['password']);
      },
    },
  },
];

export const opening: readonly FaultRow[] = [
  {
    fault: 'channel failure 4',
    phase: 'open',
    ends: 'vty-exhausted',
    closed: ended('peer-fin'),
    device: {
      onSession: (client) =>
        client.on('session', () => internals(client).channelOpenFail(0, 4, 'Resource shortage')),
    },
  },
  {
    fault: 'channel failure 1',
    phase: 'open',
    ends: 'shell-refused',
    closed: ended('peer-fin'),
    device: {
      onSession: (client) =>
        client.on('session', () => internals(client).channelOpenFail(0, 1, 'Prohibited')),
    },
  },
  {
    fault: 'a terminal that is never answered',
    phase: 'open',
    ends: 'open-timeout',
    closed: ended('peer-fin'),
    device: {
      onSession: (client) => client.on('session', (accept) => void accept().on('shell', () => undefined)),
    },
  },
  {
    fault: 'a reset',
    phase: 'open',
    ends: 'closed-early',
    closed: ended('peer-reset'),
    device: { onSession: (client, socket) => client.on('session', () => void socket.resetAndDestroy()) },
  },
  {
    fault: 'DISCONNECT 2',
    phase: 'open',
    ends: 'closed-early',
    closed: ended('peer-fin'),
    device: { onSession: (client) => client.on('session', () => disconnect(client)) },
  },
  {
    fault: 'a channel that never opens',
    phase: 'open',
    ends: 'open-timeout',
    closed: ended('peer-fin'),
    device: { onSession: (client) => client.on('session', () => undefined) },
  },
  {
    fault: 'a black hole',
    phase: 'open',
    ends: 'open-timeout',
    closed: ['destroyed', 'unconfirmed'],
    device: { onSession: (client, socket) => client.on('session', () => goDeaf(socket)) },
  },
  {
    fault: 'a refused shell',
    phase: 'open',
    ends: 'shell-refused',
    closed: ended('peer-fin'),
    device: { refusesShell: true },
  },
  {
    fault: 'a FIN',
    phase: 'open',
    ends: 'closed-early',
    closed: ended('peer-fin'),
    device: { onSession: (client, socket) => client.on('session', () => void socket.end()) },
  },
];
