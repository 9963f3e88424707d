import type { Socket } from 'node:net';
import type { Client, ClientChannel } from 'ssh2';
import type { SshEvent } from '../../ports/ssh.ts';

/** IOS takes the size before any command, which saves its pager and its wrapping (netmiko#2157: 1000 x 511). */
const ROWS = 1000;
const COLUMNS = 511;

interface ProtocolInternals {
  _protocol?: {
    shell(channel: number, wantReply: boolean): void;
    pty(
      channel: number,
      rows: number,
      columns: number,
      height: number,
      width: number,
      term: string,
      modes: null,
      wantReply: boolean,
    ): void;
  };
}

type Emit = (event: SshEvent) => void;

/** Opens shell and exec channels of a client that is ready, and reports what happens in them. */
export function openChannels(
  client: Client,
  socket: Socket,
  emit: Emit,
  opened: (channel: ClientChannel) => void,
): { openShell(): void; openExec(command: string): void } {
  const watch = (kind: 'shell' | 'exec') => (error: Error | undefined, channel: ClientChannel) => {
    if (error) return emit(refusal(error));
    opened(channel);
    emit({ type: 'channel-open', channel: kind });
    follow(channel, emit);
  };
  const attempt = (open: () => void): void => {
    try {
      open();
    } catch (error) {
      emit({
        type: 'error',
        level: 'protocol',
        code: null,
        message: error instanceof Error ? error.message : String(error),
      });
    }
  };
  return {
    openShell: () =>
      attempt(() => {
        ptyWithShell(client as ProtocolInternals, socket);
        client.shell(false, watch('shell'));
      }),
    openExec: (command) => attempt(() => client.exec(command, watch('exec'))),
  };
}

/**
 * Sends pty-req (no reply wanted) and shell together, as OpenSSH's client does: ssh2 waits for each, which costs a round
 * trip (330 ms of a session at 100 ms, measured on sshd).
 */
function ptyWithShell(client: ProtocolInternals, socket: Socket): void {
  const protocol = client._protocol;
  if (!protocol) return;
  const { shell } = Object.getPrototypeOf(protocol) as {
    shell: (channel: number, wantReply: boolean) => void;
  };
  protocol.shell = (channel, wantReply) => {
    socket.cork();
    protocol.pty(channel, ROWS, COLUMNS, 0, 0, 'vt100', null, false);
    shell.call(protocol, channel, wantReply);
    socket.uncork();
  };
}

/** stdout and stderr are consumed: an unread stream never closes its channel. */
function follow(channel: ClientChannel, emit: Emit): void {
  channel.on('data', (bytes: Buffer) => emit({ type: 'data', bytes, stderr: false }));
  channel.stderr.on('data', (bytes: Buffer) => emit({ type: 'data', bytes, stderr: true }));
  channel.on('error', () => undefined);
  channel.stderr.on('error', () => undefined);
  channel.on('exit', (status: number | null) => emit({ type: 'exit', status }));
  channel.on('close', () => emit({ type: 'channel-closed' }));
}

function refusal(error: Error & { reason?: unknown }): SshEvent {
  const code = typeof error.reason === 'number' ? error.reason : null;
  return { type: 'channel-refused', reason: error.message.slice(0, 255), code };
}
