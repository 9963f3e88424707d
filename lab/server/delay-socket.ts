import type { Socket } from 'node:net';

/** Holds back everything that the device sends, its FIN too, by a fixed time: each round trip costs that much more. */
export function delaySocket(socket: Socket, delayMs: number): void {
  const timers = new Set<NodeJS.Timeout>();
  const later = (action: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!socket.destroyed) action();
    }, delayMs);
    timers.add(timer);
  };
  const write = socket.write.bind(socket);
  const end = socket.end.bind(socket);
  socket.write = (data: Uint8Array | string) => {
    later(() => write(data));
    return true;
  };
  socket.end = (data?: unknown) => {
    later(() => (typeof data === 'string' ? end(data) : end()));
    return socket;
  };
  socket.once('close', () => timers.forEach((timer) => clearTimeout(timer)));
}
