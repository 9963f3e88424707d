import { connect as tcpConnect, type Socket } from 'node:net';
import type { Dialer } from '../../ports/dialer.ts';
import type { DialOptions, SshConnection, SshEvent, SshPort } from '../../ports/ssh.ts';
import { sshClient, type SshClient } from './ssh-client.ts';

const tcpDialer: Dialer = { connect: (host, port) => tcpConnect({ host, port }) };

/**
 * SSH on ssh2 (pure JavaScript, so that it bundles for Lambda), on a TCP socket of our own: only the socket's events prove
 * anything, and ssh2's `destroy()` after `end()` does nothing (mscdex/ssh2#1124). Nothing is reported after `socket-closed`.
 */
export function ssh2Port(options: { readonly dialer?: Dialer } = {}): SshPort {
  const dialer = options.dialer ?? tcpDialer;
  return { dial: (to, on) => dial(dialer, to, on) };
}

function dial(dialer: Dialer, options: DialOptions, on: (event: SshEvent) => void): SshConnection {
  let closed = false;
  const emit = (event: SshEvent): void => {
    if (closed) return;
    closed = event.type === 'socket-closed';
    on(event);
  };
  let socket: Socket;
  try {
    socket = dialer.connect(options.address, options.port);
  } catch (error) {
    queueMicrotask(() => {
      emit({ type: 'error', level: 'socket', code: null, message: messageOf(error) });
      emit({ type: 'socket-closed' });
    });
    return NO_CONNECTION;
  }
  let client: SshClient | undefined;
  watchSocket(socket, emit, () => client);
  socket.once('connect', () => {
    // `setNoDelay` now: in the options of an existing socket it is silently ignored. 1.35 s of a 3.3 s session at 100 ms.
    socket.setNoDelay(true);
    emit({ type: 'connected', localAddress: socket.localAddress ?? '', localPort: socket.localPort ?? 0 });
    if (!socket.destroyed) client = sshClient(socket, options, emit);
  });
  return {
    openShell: () => client?.openShell(),
    openExec: (command) => client?.openExec(command),
    write: (text) => client?.write(text),
    end: () => endConnection(socket, client),
    reset: () => {
      // `resetAndDestroy()` waits for a connect that may never come.
      if (socket.connecting) socket.destroy();
      else socket.resetAndDestroy();
    },
  };
}

/** The permanent listeners: ssh2 emits errors after its end, and one without a listener ends the process. */
function watchSocket(
  socket: Socket,
  emit: (event: SshEvent) => void,
  client: () => SshClient | undefined,
): void {
  let connected = false;
  socket.once('connect', () => (connected = true));
  socket.on('end', () => {
    client()?.lost();
    emit({ type: 'peer-fin' });
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    const code = error.code ?? null;
    client()?.lost();
    // A reset while connecting came after the SYN-ACK: before it, TCP says ECONNREFUSED. The connection was up and is gone.
    if (!connected && code === 'ECONNRESET') {
      emit({ type: 'connected', localAddress: '', localPort: 0 });
      connected = true;
    }
    if (connected && (code === 'ECONNRESET' || code === 'EPIPE')) emit({ type: 'peer-reset' });
    else emit({ type: 'error', level: 'socket', code, message: error.message });
  });
  socket.on('close', () => {
    client()?.lost();
    emit({ type: 'socket-closed' });
  });
}

function endConnection(socket: Socket, client: SshClient | undefined): void {
  if (socket.connecting) socket.destroy();
  else if (client) client.end();
  else socket.end();
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const NO_CONNECTION: SshConnection = {
  openShell: () => undefined,
  openExec: () => undefined,
  write: () => undefined,
  end: () => undefined,
  reset: () => undefined,
};
