import type { Socket } from 'node:net';
import type { Connection } from 'ssh2';

const PROBE_MS = 20;

/**
 * Answers no FIN. After the client's FIN libuv polls the socket no more, so that a reset would go unseen: writing finds
 * out whether the client is still there. A keepalive request is what a client drops without a word.
 */
export function neverEnd(client: Connection, socket: Socket): void {
  const { _protocol: protocol } = client as unknown as {
    _protocol: { ping: () => void; cleanup: () => void; _onWrite: (data: Uint8Array) => void };
  };
  // After the client's FIN ssh2 gives up its ciphers and writes nothing more.
  const cleanup = protocol.cleanup.bind(protocol);
  protocol.cleanup = () => undefined;
  protocol._onWrite = (data) => void socket.write(data);
  socket.end = () => socket;
  socket.once('end', () => {
    const timer = setInterval(() => protocol.ping(), PROBE_MS);
    socket.once('close', () => clearInterval(timer));
  });
  socket.once('close', cleanup);
}
