import net from 'node:net';
import type { Dialer } from '../../shared/ports/dialer.ts';

export type DialMap = Readonly<Record<string, { readonly host: string; readonly port: number }>>;

/**
 * Reaches addresses through others: the lab's loopback ports, or port forwards. An address that is not in the map is
 * dialled nowhere: it is refused, so that a test bed never touches a real network.
 */
export function mappedDialer(map: DialMap): Dialer {
  return {
    connect: (address, port) => {
      const entry = map[`${address}:${port}`];
      if (entry) return net.connect({ host: entry.host, port: entry.port });
      const socket = new net.Socket();
      const refused = Object.assign(
        new Error(`connect ECONNREFUSED ${address}:${port} (not in the dial map)`),
        {
          code: 'ECONNREFUSED',
        },
      );
      setImmediate(() => socket.destroy(refused));
      return socket;
    },
  };
}
