import { once } from 'node:events';
import net from 'node:net';
import { Client, type Algorithms } from 'ssh2';
import type { Lab } from '../../lab/start-lab.ts';

/** Old devices of the lab have nothing newer than SHA-1 and CBC. */
const OLD_AND_NEW = {
  kex: ['curve25519-sha256', 'ecdh-sha2-nistp256', 'diffie-hellman-group14-sha1'],
  serverHostKey: ['ssh-ed25519', 'rsa-sha2-512', 'ssh-rsa'],
  cipher: ['aes128-ctr', 'aes128-cbc'],
  hmac: ['hmac-sha2-256', 'hmac-sha1'],
} satisfies Algorithms;

export interface HeldLine {
  readonly localAddress: string;
  readonly localPort: number;
  /** Whether the device has ended it. */
  isGone(): boolean;
  close(): Promise<void>;
}

/** Logs in to a device of the lab and stays, as a holder does that was frozen, or an operator at another screen. */
export async function holdLine(lab: Lab, address: string, from = '127.0.0.1'): Promise<HeldLine> {
  const to = lab.dialMap[`${address}:22`];
  if (!to) throw new Error(`the lab has no ${address}`);
  const socket = net.connect({ host: to.host, port: to.port, localAddress: from });
  await once(socket, 'connect');
  const { localAddress = '', localPort = 0 } = socket;
  let gone = false;
  socket.on('close', () => (gone = true));
  const client = new Client();
  client.on('error', () => undefined);
  const ready = once(client, 'ready');
  client.connect({
    sock: socket,
    username: lab.credential.username,
    password: lab.credential.password,
    algorithms: OLD_AND_NEW,
  });
  await ready;
  return {
    localAddress,
    localPort,
    isGone: () => gone,
    close: async () => {
      if (gone) return;
      const closed = once(socket, 'close');
      socket.destroy();
      await closed;
    },
  };
}
