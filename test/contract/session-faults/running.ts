import { goDeaf } from '../../helpers/fake-ssh-device.ts';
import { cli, ended, type FaultRow } from './fault-row.ts';

const page = (text: string) => `${text}\r\n --More-- `;
const ERASE = `${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}`;

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
];
