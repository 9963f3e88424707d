import type { Socket } from 'node:net';
import type { ServerChannel } from 'ssh2';
import { goDeaf, type FakeDevice } from '../../helpers/fake-ssh-device.ts';
import { ended, VERSION, type FaultRow } from './fault-row.ts';

/** A server whose ident says which platform it is. */
const DEBIAN = 'OpenSSH_9.2p1 Debian-2+deb12u3';
/** One whose ident does not: OpenSSH runs on Linux, and on switches. */
const OPENSSH = 'OpenSSH_9.2';

/** What `sh` prints for the script of a session, with `show version` as its one command. */
function printed(script: string): string {
  return script
    .split('\n')
    .map((line) => {
      if (line.startsWith('echo ')) return `${line.slice(5).replace('$?', '0')}\n`;
      return line.startsWith('show version') ? VERSION : '';
    })
    .join('');
}

function finish(channel: ServerChannel, text: string): void {
  channel.write(text);
  channel.exit(0);
  channel.end();
}

const half = (script: string): string => printed(script).slice(0, -60);

const linux = (onExec: (channel: ServerChannel, script: string, socket: Socket) => void): FakeDevice => ({
  ident: DEBIAN,
  refusesShell: true,
  onExec,
});

export const executing: readonly FaultRow[] = [
  {
    fault: 'a refused shell where commands are taken',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: {
      ident: OPENSSH,
      refusesShell: true,
      onExec: (channel, script) => finish(channel, printed(script)),
    },
  },
  {
    fault: 'a refused shell and refused commands',
    phase: 'open',
    ends: 'shell-refused',
    closed: ended('peer-fin'),
    device: { ident: OPENSSH, refusesShell: true },
  },
  {
    fault: 'a refused shell and a restricted command',
    phase: 'open',
    ends: 'shell-refused',
    closed: ended('peer-fin'),
    device: {
      ident: OPENSSH,
      refusesShell: true,
      onExec: (channel) => finish(channel, 'This service allows sftp connections only.\n'),
    },
  },
  {
    fault: 'refused commands',
    phase: 'open',
    ends: 'shell-refused',
    closed: ended('peer-fin'),
    device: { ident: DEBIAN },
  },
  {
    fault: 'a script that hangs',
    phase: 'command',
    ends: 'command-timeout',
    closed: ended('peer-fin'),
    device: linux(() => undefined),
  },
  {
    fault: 'a script that stops in the middle',
    phase: 'command',
    ends: 'command-timeout',
    closed: ended('peer-fin'),
    device: linux((channel, script) => void channel.write(half(script))),
  },
  {
    fault: 'a black hole in a script',
    phase: 'command',
    ends: 'command-timeout',
    closed: ['destroyed', 'unconfirmed'],
    device: linux((_channel, _script, socket) => goDeaf(socket)),
  },
  {
    fault: 'a password that has expired, told in place of the script',
    phase: 'open',
    ends: 'password-expired',
    closed: ended('peer-fin'),
    device: linux((channel) =>
      finish(
        channel,
        'WARNING: Your password has expired.\nPassword change required but no TTY available.\n',
      ),
    ),
  },
  {
    fault: 'a script whose channel closes in the middle',
    phase: 'command',
    ends: 'closed-early',
    closed: ended('peer-fin'),
    device: linux((channel, script) => finish(channel, half(script))),
  },
  {
    fault: 'a FIN in the middle of a script',
    phase: 'command',
    ends: 'closed-early',
    closed: ended('peer-fin'),
    device: linux((channel, script, socket) => {
      channel.write(half(script));
      setTimeout(() => socket.end(), 30);
    }),
  },
  {
    fault: 'a reset in the middle of a script',
    phase: 'command',
    ends: 'closed-early',
    closed: ended('peer-reset'),
    device: linux((channel, script, socket) => {
      channel.write(half(script));
      setTimeout(() => socket.resetAndDestroy(), 30);
    }),
  },
  {
    fault: 'a script that prints without end',
    phase: 'command',
    ends: 'output-too-large',
    closed: ended('peer-fin'),
    device: linux((channel) => void channel.write('x\n'.repeat(300_000))),
  },
  {
    fault: 'a shell that says nothing and ends',
    phase: 'open',
    ends: 'shell-refused',
    closed: ended('peer-fin'),
    device: linux((channel) => finish(channel, '')),
  },
  {
    fault: 'a greeting of the login shell in a script',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: linux((channel, script) => finish(channel, `Welcome\n${printed(script)}logout\n`)),
  },
  {
    fault: 'a script whose channel is never closed',
    phase: '-',
    ends: 'ok',
    closed: ended('peer-fin'),
    device: linux((channel, script) => void channel.write(printed(script))),
  },
];
