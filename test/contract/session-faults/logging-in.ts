import type { Connection } from 'ssh2';
import { goDeaf } from '../../helpers/fake-ssh-device.ts';
import { ended, type FaultRow } from './fault-row.ts';

interface Internals {
  _protocol: {
    disconnect(reason: number): void;
    channelOpenFail(channel: number, reason: number, description: string): void;
  };
}
const internals = (client: Connection): Internals['_protocol'] => (client as unknown as Internals)._protocol;

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
    fault: 'DISCONNECT 2',
    phase: 'auth',
    ends: 'auth-aborted',
    closed: ended('peer-fin'),
    device: { onAuth: (_context, client) => internals(client).disconnect(2) },
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
