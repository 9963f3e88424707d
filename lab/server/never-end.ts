import type { Socket } from 'node:net';
import type { Connection } from 'ssh2';

const PROBE_MS = 20;

/**
 * Answers no FIN. After the client's FIN libuv polls the socket no more, so that a reset would go unseen: writing finds
 * out whether the client is still there. A keepalive request is what a client drops without a word.
 */
export function neverEnd(client: Connection, socket: Socket): void {
  socket.end = () => socket;
  socket.once('end', () => {
    const { _protocol: protocol } = client as unknown as { _protocol: { ping: () => void } };
    const timer = setInterval(() => protocol.ping(), PROBE_MS);
    socket.once('close', () => clearInterval(timer));
  });
}
