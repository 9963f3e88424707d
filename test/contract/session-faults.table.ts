import { connect } from 'node:net';
import { Buffer } from 'node:buffer';
import type { Connection } from 'ssh2';
import type { FailureClass, Phase } from '../../shared/model/outcome.ts';
import type { ClosedBy, CloseProof } from '../../shared/model/session-record.ts';
import type { Dialer } from '../../shared/ports/dialer.ts';
import type { SessionRequest } from '../../shared/session/session.ts';
import { fakeCli } from '../helpers/fake-cli.ts';
import { goDeaf, type FakeDevice } from '../helpers/fake-ssh-device.ts';

export type Expected = 'ok' | FailureClass;

export interface FaultRow {
  readonly fault: string;
  readonly phase: Phase | '-';
  readonly ends: Expected;
  /** `never-opened` where TCP never came up. */
  readonly closed: readonly [ClosedBy, CloseProof] | 'never-opened';
  readonly device?: FakeDevice;
  readonly dialer?: Dialer;
  readonly request?: () => Partial<SessionRequest>;
  readonly retryable?: true;
}

const IDENT = 'SSH-2.0-Cisco-1.25\r\n';
const VERSION = 'Cisco IOS Software, Version 15.2(4)E8\nR1 uptime is 1 day\n';
const cli = (commands: NonNullable<Parameters<typeof fakeCli>[0]['commands']>, more = {}) =>
  fakeCli({ commands: { 'show version': VERSION, ...commands }, ...more });

interface Internals {
  _protocol: {
    disconnect(reason: number): void;
    channelOpenFail(channel: number, reason: number, description: string): void;
  };
}
const internals = (client: Connection): Internals['_protocol'] => (client as unknown as Internals)._protocol;

const ended = (proof: CloseProof) => ['ended', proof] as const;
const REFUSED_DIALER: Dialer = { connect: () => connect(1, '127.0.0.1') };
/** A name that is being looked up for ever: to us, a SYN that nobody answers. */
const BLACK_HOLE: Dialer = {
  connect: () => connect({ host: 'black-hole.invalid', port: 22, lookup: () => undefined }),
};
const page = (text: string) => `${text}\r\n --More-- `;
const ERASE = `${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}`;

const connecting: readonly FaultRow[] = [
  {
    fault: 'a closed port',
    phase: 'connect',
    ends: 'refused',
    closed: 'never-opened',
    dialer: REFUSED_DIALER,
  },
  { fault: 'no SYN-ACK', phase: 'connect', ends: 'unreachable', closed: 'never-opened', dialer: BLACK_HOLE },
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

const identifying: readonly FaultRow[] = [
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

const handshaking: readonly FaultRow[] = [
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
    request: () => ({ verifyHostKey: async () => ({ trusted: false, reason: 'the key changed' }) }),
  },
];

const authenticating: readonly FaultRow[] = [
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

const opening: readonly FaultRow[] = [
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

const prompting: readonly FaultRow[] = [
  { fault: 'no prompt', phase: 'prompt', ends: 'prompt-timeout', closed: ended('peer-fin'), device: {} },
  {
    fault: 'too many users, and a close',
    phase: 'prompt',
    ends: 'vty-exhausted',
    closed: ended('peer-fin'),
    device: { onShell: (channel) => void channel.end('Too many users logged in\r\n') },
  },
  {
    fault: 'a login inside the shell',
    phase: 'prompt',
    ends: 'login-in-shell',
    closed: ended('peer-fin'),
    device: { onShell: (channel) => void channel.write('\r\nUser Name:') },
  },
  {
    fault: 'a password change inside the shell',
    phase: 'prompt',
    ends: 'password-expired',
    closed: ended('peer-fin'),
    device: { onShell: (channel) => void channel.write('Your password has expired.\r\nNew password:') },
  },
  {
    fault: 'a greeting without end',
    phase: 'prompt',
    ends: 'output-too-large',
    closed: ended('peer-fin'),
    device: { onShell: (channel) => void channel.write('Welcome\r\n'.repeat(60_000)) },
  },
  {
    fault: 'a platform that nobody knows',
    phase: 'prompt',
    ends: 'unsupported-platform',
    closed: ended('peer-fin'),
    device: { ident: 'Strange-9', onShell: fakeCli({ commands: { 'show version': 'StrangeOS 9\n' } }) },
  },
  {
    fault: 'a wrong enable secret',
    phase: 'prompt',
    ends: 'enable-failed',
    closed: ended('peer-fin'),
    device: {
      onShell: cli(
        { enable: ({ channel }) => void channel.write('Password: '), wrong: '% Access denied\n' },
        { prompt: 'R1>' },
      ),
    },
    request: () => ({ credential: { username: 'netops', password: 'right-password', enable: 'wrong' } }),
  },
  {
    fault: 'a key to press, and escape sequences',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: {
      onShell: fakeCli({
        greeting: '\x1b[2J\x1b[?7l\x1b[3;23rPress any key to continue',
        promptsAtOnce: false,
        prompt: '\x1b[24;1H\x1b[2K\x1b[24;1HR1# \x1b[24;1H\x1b[24;5H\x1b[?25h',
        commands: { 'show version': VERSION },
      }),
    },
  },
  {
    fault: 'a message of the day that ends like a prompt',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: {
      onShell: (channel) => {
        channel.write('### Authorized use only ###');
        setTimeout(() => cli({})(channel), 30);
      },
    },
  },
  {
    fault: 'a message that looks like a prompt for long, and a prompt that comes late',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: {
      onShell: (channel) => {
        channel.write('WELCOME#');
        setTimeout(() => cli({})(channel), 200);
      },
    },
  },
];

const running: readonly FaultRow[] = [
  {
    fault: 'a command that hangs',
    phase: 'command',
    ends: 'command-timeout',
    closed: ended('peer-fin'),
    device: { onShell: cli({ 'show version': () => undefined }) },
  },
  {
    fault: 'a black hole in a command',
    phase: 'command',
    ends: 'command-timeout',
    closed: ['destroyed', 'unconfirmed'],
    device: { onShell: (channel, socket) => cli({ 'show version': () => goDeaf(socket) })(channel) },
  },
  {
    fault: 'a command that never comes to an end',
    phase: 'command',
    ends: 'command-timeout',
    closed: ended('peer-fin'),
    device: {
      onShell: cli({
        'show version': ({ channel }) => {
          const timer = setInterval(() => channel.writable && channel.write('.'), 50);
          channel.once('close', () => clearInterval(timer));
        },
      }),
    },
    request: () => ({ limits: { commandMs: 500 } }),
  },
  {
    fault: 'a FIN in the middle of an output',
    phase: 'command',
    ends: 'closed-early',
    closed: ended('peer-fin'),
    device: {
      onShell: (channel, socket) =>
        cli({
          'show version': () => {
            channel.write('Cisco IOS Software\r\nR1 upt');
            setTimeout(() => socket.end(), 30);
          },
        })(channel),
    },
  },
  {
    fault: 'a reset in the middle of an output',
    phase: 'command',
    ends: 'closed-early',
    closed: ended('peer-reset'),
    device: {
      onShell: (channel, socket) =>
        cli({
          'show version': () => {
            channel.write('Cisco IOS Software\r\nR1 upt');
            setTimeout(() => socket.resetAndDestroy(), 30);
          },
        })(channel),
    },
  },
  {
    fault: 'a channel that closes in the middle of an output',
    phase: 'command',
    ends: 'closed-early',
    closed: ended('peer-fin'),
    device: { onShell: cli({ 'show version': ({ channel }) => void channel.end('Cisco IOS Soft') }) },
  },
  {
    fault: 'a pager without end',
    phase: 'command',
    ends: 'pager-loop',
    closed: ended('peer-fin'),
    device: {
      onShell: (channel) => {
        cli({ 'show version': () => void channel.write(page('line')) })(channel);
        channel.on('data', (bytes: Buffer) => {
          if (bytes.toString() === ' ') channel.write(`${ERASE}${page('line')}`);
        });
      },
    },
  },
  {
    fault: 'a flood',
    phase: 'command',
    ends: 'output-too-large',
    closed: ended('peer-fin'),
    device: {
      onShell: cli({ 'show version': ({ channel }) => void channel.write('x\r\n'.repeat(200_000)) }),
    },
  },
  {
    fault: 'a prompt that changes with every command',
    phase: 'command',
    ends: 'prompt-changed',
    closed: ended('peer-fin'),
    device: {
      onShell: cli({
        'show version': ({ channel }) => void channel.write('ok\r\nother#'),
        'show clock': ({ channel }) => void channel.write('ok\r\nthird#'),
      }),
    },
    request: () => ({ limits: { commandIdleMs: 4_000 } }),
  },
  {
    fault: 'the deadline in a command',
    phase: 'command',
    ends: 'deadline',
    closed: ended('peer-fin'),
    device: { onShell: cli({ 'show version': () => undefined }) },
    request: () => ({ deadline: Date.now() + 400, limits: { commandIdleMs: 5_000 } }),
  },
  {
    fault: 'an interruption in a command',
    phase: 'command',
    ends: 'interrupted',
    closed: ended('peer-fin'),
    device: { onShell: cli({ 'show version': () => undefined }) },
    request: () => ({ signal: AbortSignal.timeout(400), limits: { commandIdleMs: 5_000 } }),
  },
];

const closing: readonly FaultRow[] = [
  {
    fault: 'an exit that is ignored',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: { onShell: cli({}, { onExit: (it: { prompt(): void }) => it.prompt() }) },
  },
  {
    fault: 'an exit that hangs',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: { onShell: cli({}, { onExit: () => undefined }) },
  },
  {
    fault: 'an exit that asks whether to save',
    phase: '-',
    ends: 'ok',
    closed: ['graceful', 'peer-fin'],
    device: {
      onShell: (channel, socket) =>
        cli(
          { n: () => void socket.end() },
          { onExit: () => void channel.write('Do you want to save current configuration [y/n]? ') },
        )(channel),
    },
  },
  {
    fault: 'a channel that closes while the socket stays',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: { onShell: cli({}) },
  },
  {
    fault: 'a device that ends TCP itself',
    phase: '-',
    ends: 'ok',
    closed: ['graceful', 'peer-fin'],
    device: { onShell: (channel, socket) => cli({}, { onExit: () => void socket.end() })(channel) },
  },
  {
    fault: 'a FIN that is never answered',
    phase: '-',
    ends: 'ok',
    closed: ['destroyed', 'unconfirmed'],
    device: { onShell: (channel, socket) => cli({}, { onExit: () => goDeaf(socket) })(channel) },
  },
  {
    fault: 'keyboard-interactive only',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: {
      onAuth: (context) => {
        if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
        context.prompt([{ prompt: 'Password: ', echo: false }], ([answer]) =>
          answer === 'right-password' ? context.accept() : context.reject(),
        );
      },
      onShell: cli({}),
    },
  },
];

const byteByByte = ({
  channel,
  prompt,
}: {
  channel: { write(text: string): void };
  prompt: () => void;
}): void => {
  const text = VERSION.replaceAll('\n', '\r\n');
  let at = 0;
  const next = (): void => {
    if (at === text.length) return prompt();
    channel.write(text.charAt(at));
    at += 1;
    setImmediate(next);
  };
  next();
};

const quirks: readonly FaultRow[] = [
  {
    fault: 'an output byte by byte',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: { onShell: cli({ 'show version': byteByByte }) },
  },
  {
    fault: 'a pager of three pages',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: {
      onShell: (channel) => {
        const [first = '', second = ''] = VERSION.split('\n');
        let pages = 0;
        cli({ 'show version': () => void channel.write(page(first)) })(channel);
        channel.on('data', (bytes: Buffer) => {
          if (bytes.toString() !== ' ') return;
          pages += 1;
          channel.write(pages === 1 ? `${ERASE}${page(second)}` : `${ERASE}\r\nR1#`);
        });
      },
    },
  },
  {
    fault: 'a terminal without an echo',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: { onShell: cli({}, { echo: false }) },
  },
];

/** Phase by fault, as in the specification of sessions. */
export const FAULT_ROWS: readonly FaultRow[] = [
  ...connecting,
  ...identifying,
  ...handshaking,
  ...authenticating,
  ...opening,
  ...prompting,
  ...running,
  ...closing,
  ...quirks,
];
