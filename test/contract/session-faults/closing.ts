import type { ServerChannel } from 'ssh2';
import { goDeaf } from '../../helpers/fake-ssh-device.ts';
import { cli, ended, VERSION, type FaultRow } from './fault-row.ts';

const page = (text: string) => `${text}\r\n --More-- `;
const ERASE = `${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)}`;

export const closing: readonly FaultRow[] = [
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
    fault: 'an exit that asks for ever',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: {
      onShell: (channel) => {
        const ask = (): void => void channel.write('Save config? [y/n]: ');
        cli({ n: ask, y: ask }, { onExit: ask })(channel);
      },
    },
  },
  {
    fault: 'an exit that prints without end',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: {
      onShell: cli(
        {},
        {
          onExit: ({ channel }: { channel: ServerChannel }) => {
            const timer = setInterval(() => channel.writable && channel.write('bye '.repeat(2_000)), 5);
            channel.once('close', () => clearInterval(timer));
          },
        },
      ),
    },
  },
  {
    fault: 'an exit that is answered with a reset',
    phase: '-',
    ends: 'ok',
    closed: ['graceful', 'peer-reset'],
    device: {
      onShell: (channel, socket) => cli({}, { onExit: () => void socket.resetAndDestroy() })(channel),
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

export const quirks: readonly FaultRow[] = [
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
