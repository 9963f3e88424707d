import { fakeCli } from '../../helpers/fake-cli.ts';
import { goDeaf } from '../../helpers/fake-ssh-device.ts';
import { cli, ended, VERSION, type FaultRow } from './fault-row.ts';

export const prompting: readonly FaultRow[] = [
  { fault: 'no prompt', phase: 'prompt', ends: 'prompt-timeout', closed: ended('peer-fin'), device: {} },
  {
    fault: 'too many users, and a close',
    phase: 'prompt',
    ends: 'vty-exhausted',
    closed: ended('peer-fin'),
    device: { onShell: (channel) => void channel.end('Too many users logged in\r\n') },
  },
  {
    fault: 'lines in use, and silence',
    phase: 'prompt',
    ends: 'vty-exhausted',
    closed: ended('peer-fin'),
    device: { onShell: (channel) => void channel.write('% All lines are busy, try later\r\n') },
  },
  {
    fault: 'a FIN',
    phase: 'prompt',
    ends: 'closed-early',
    closed: ended('peer-fin'),
    device: { onShell: (channel, socket) => (channel.write('Welcome\r\n'), void socket.end()) },
  },
  {
    fault: 'a reset',
    phase: 'prompt',
    ends: 'closed-early',
    closed: ended('peer-reset'),
    device: { onShell: (_channel, socket) => void setTimeout(() => socket.resetAndDestroy(), 100) },
  },
  {
    fault: 'a channel that closes',
    phase: 'prompt',
    ends: 'closed-early',
    closed: ended('peer-fin'),
    device: { onShell: (channel) => void channel.end('Welcome\r\n') },
  },
  {
    fault: 'a black hole',
    phase: 'prompt',
    ends: 'prompt-timeout',
    closed: ['destroyed', 'unconfirmed'],
    device: { onShell: (_channel, socket) => goDeaf(socket) },
  },
  {
    fault: 'a key to press, for ever',
    phase: 'prompt',
    ends: 'prompt-timeout',
    closed: ended('peer-fin'),
    device: {
      onShell: (channel) => {
        const ask = (): void => void channel.write('\r\nPress any key to continue');
        channel.on('data', ask);
        ask();
      },
    },
  },
  {
    fault: 'a greeting that pages without end',
    phase: 'prompt',
    ends: 'prompt-timeout',
    closed: ended('peer-fin'),
    device: {
      onShell: (channel) => {
        const page = (): void => void channel.write('\r\nlegal text\r\n --More-- ');
        channel.on('data', page);
        page();
      },
    },
  },
  {
    fault: 'a question that nobody can answer',
    phase: 'prompt',
    ends: 'prompt-timeout',
    closed: ended('peer-fin'),
    device: { onShell: (channel) => void channel.write('Do you accept the terms? [yes/no] ') },
  },
  {
    fault: 'a prompt that answers no command',
    phase: 'command',
    ends: 'prompt-timeout',
    closed: ended('peer-fin'),
    limits: { commandIdleMs: 6_000 },
    device: {
      onShell: (channel) => {
        let line = 0;
        channel.on('data', () => void channel.write(`\r\nmenu${(line += 1)}>`));
        channel.write('start>');
      },
    },
  },
  {
    fault: 'a password inside the shell',
    phase: 'prompt',
    ends: 'login-in-shell',
    closed: ended('peer-fin'),
    device: { onShell: (channel) => void channel.write('\r\nPassword: ') },
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
    credential: { username: 'netops', password: 'right-password', enable: 'wrong' },
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
    fault: 'a window title, colors and bytes of zero',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: {
      onShell: fakeCli({
        prompt: '\0\x1b]0;R1\x07\x1b[1;32mR1#\x1b[0m',
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
