import type { Connection } from 'ssh2';
import { goDeaf, type FakeDevice } from '../../helpers/fake-ssh-device.ts';
import { cli, ended, VERSION, type FaultRow } from './fault-row.ts';
import { badPacket, disconnect } from './logging-in.ts';

const page = (text: string) => `${text}\r\n --More-- `;
const ERASE = `${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}`;

/** A shell that reaches its own connection. */
function withClient(shell: (client: Connection) => NonNullable<FakeDevice['onShell']>): FakeDevice {
  let own: Connection | undefined;
  return {
    onClient: (client) => void (own = client),
    onShell: (channel, socket) => own && shell(own)(channel, socket),
  };
}

export const running: readonly FaultRow[] = [
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
    limits: { commandMs: 500 },
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
    fault: 'an output that stops in the middle',
    phase: 'command',
    ends: 'command-timeout',
    closed: ended('peer-fin'),
    device: {
      onShell: cli({ 'show version': ({ channel }) => void channel.write('Cisco IOS Software\r\nR1 upt') }),
    },
  },
  {
    fault: 'a FIN in the middle of an output, and nothing is read any more',
    phase: 'command',
    ends: 'closed-early',
    closed: ended('peer-fin'),
    device: {
      onShell: (channel, socket) =>
        cli({
          'show version': () => {
            channel.write('Cisco IOS Software\r\nR1 upt');
            setTimeout(() => (socket.end(), goDeaf(socket)), 30);
          },
        })(channel),
    },
  },
  {
    fault: 'DISCONNECT 2 in the middle of an output',
    phase: 'command',
    ends: 'closed-early',
    closed: ended('peer-fin'),
    device: withClient((client) => cli({ 'show version': () => disconnect(client) })),
  },
  {
    fault: 'a packet whose check fails',
    phase: 'command',
    ends: 'closed-early',
    closed: ended('peer-fin'),
    device: { onShell: (channel, socket) => cli({ 'show version': () => badPacket(socket) })(channel) },
  },
  {
    fault: 'a pager that takes no key',
    phase: 'command',
    ends: 'command-timeout',
    closed: ended('peer-fin'),
    device: { onShell: cli({ 'show version': ({ channel }) => void channel.write(page('line')) }) },
  },
  {
    fault: 'a line without end',
    phase: 'command',
    ends: 'output-too-large',
    closed: ended('peer-fin'),
    device: { onShell: cli({ 'show version': ({ channel }) => void channel.write('x'.repeat(600_000)) }) },
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
    limits: { commandIdleMs: 4_000 },
    commands: ['show clock'],
  },
  {
    fault: 'a prompt in the text of an output',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: {
      onShell: cli({ 'show version': VERSION.replace('\n', '\nR1#\nR1# show version\nR1(config)#\n') }),
    },
  },
  {
    fault: 'a hostname that changes once',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    limits: { commandIdleMs: 4_000 },
    commands: ['show clock', 'show clock'],
    device: {
      onShell: cli({ 'show clock': ({ channel }) => void channel.write('12:00\r\nedge#') }),
    },
  },
  {
    fault: 'a command that the device does not know',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    commands: ['show nothing'],
    device: { onShell: cli({}) },
  },
  {
    fault: 'new keys in the middle of an output',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: withClient((client) =>
      cli({
        'show version': ({ channel, prompt }) => {
          channel.write(VERSION.replaceAll('\n', '\r\n').slice(0, 30));
          client.rekey(() => {
            channel.write(VERSION.replaceAll('\n', '\r\n').slice(30));
            prompt();
          });
        },
      }),
    ),
  },
];
