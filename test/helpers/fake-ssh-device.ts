import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import ssh2, { type AuthContext, type Connection, type ServerChannel, type ServerConfig } from 'ssh2';
import { ed25519HostKey } from '../../lab/server/host-keys.ts';
import type { Dialer } from '../../shared/ports/dialer.ts';

/** One key for all devices. Not ssh2's own generator: about one ed25519 key in 256 that it makes cannot be parsed again. */
const HOST_KEY = ed25519HostKey('fake device');

export const LOGIN = { username: 'netops', password: 'right-password' };

export interface FakeDevice {
  /** Takes the socket before SSH does; answering true keeps SSH from it. */
  readonly onSocket?: (socket: Socket) => boolean;
  readonly ident?: string;
  /** Lines before the ident (RFC 4253 4.2). */
  readonly greeting?: string;
  /** SSH has begun: for what ssh2 does not offer. */
  readonly onClient?: (client: Connection, socket: Socket) => void;
  readonly algorithms?: ServerConfig['algorithms'];
  readonly onAuth?: (context: AuthContext, client: Connection, socket: Socket) => void;
  /** Takes the channel request; without it a shell is opened. */
  readonly onSession?: (client: Connection, socket: Socket) => void;
  readonly onShell?: (channel: ServerChannel, socket: Socket) => void;
  readonly onExec?: (channel: ServerChannel, command: string, socket: Socket) => void;
  readonly refusesShell?: boolean;
}

export interface RunningDevice {
  readonly dialer: Dialer;
  readonly port: number;
  /** `password:right-password`, in the order they came. */
  readonly attempts: string[];
  readonly accepted: () => number;
  /** Sockets that the device still holds. A deaf one is made to look first: it writes, and finds out. */
  open(): Promise<number>;
  stop(): Promise<void>;
}

/** An SSH device on a loopback port, with real sockets of its own, half-open so that a FIN is answered only where it wants. */
export async function startDevice(device: FakeDevice): Promise<RunningDevice> {
  const sockets = new Set<Socket>();
  const attempts: string[] = [];
  let accepted = 0;
  const ssh = new ssh2.Server({
    hostKeys: [HOST_KEY],
    ident: device.ident ?? 'Cisco-1.25',
    ...(device.greeting === undefined ? {} : { greeting: device.greeting }),
    ...(device.algorithms ? { algorithms: device.algorithms } : {}),
  });
  const socketOf = new WeakMap<object, Socket>();
  ssh.on('connection', (client) => serve(client, device, attempts, () => socketOf.get(client)));
  const listener = createServer({ allowHalfOpen: true }, (socket) => {
    accepted += 1;
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    if (device.onSocket?.(socket)) return;
    socket.once('end', () => socket.end());
    ssh.once('connection', (client) => {
      socketOf.set(client, socket);
      device.onClient?.(client, socket);
    });
    ssh.injectSocket(socket);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    port,
    attempts,
    accepted: () => accepted,
    dialer: { connect: () => connect(port, '127.0.0.1') },
    open: () => held(sockets),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}

async function held(sockets: ReadonlySet<Socket>): Promise<number> {
  for (let round = 0; round < 100 && sockets.size > 0; round += 1) {
    for (const socket of sockets) {
      socket.resume();
      if (round > 2 && socket.writable) socket.write('\n');
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return sockets.size;
}

function serve(
  client: Connection,
  device: FakeDevice,
  attempts: string[],
  socket: () => Socket | undefined,
): void {
  const itsSocket = (): Socket => {
    const found = socket();
    if (!found) throw new Error('The client came without a socket.');
    return found;
  };
  client.on('error', () => undefined);
  client.on('authentication', (context) => {
    attempts.push(context.method === 'password' ? `password:${context.password}` : context.method);
    if (device.onAuth) return device.onAuth(context, client, itsSocket());
    takePassword(context);
  });
  client.on('ready', () => {
    if (device.onSession) device.onSession(client, itsSocket());
    else client.on('session', (accept) => serveSession(accept(), device, itsSocket()));
  });
}

export function takePassword(context: AuthContext): void {
  if (context.method === 'password' && context.password === LOGIN.password) context.accept();
  else context.reject(['password']);
}

function serveSession(session: ssh2.Session, device: FakeDevice, socket: Socket): void {
  session.on('pty', (accept) => accept?.());
  session.on('shell', (accept, reject) => {
    if (device.refusesShell) return reject();
    const channel = accept();
    channel.on('error', () => undefined);
    device.onShell?.(channel, socket);
  });
  session.on('exec', (accept, reject, { command }) => {
    if (!device.onExec) return reject();
    const channel = accept();
    channel.on('error', () => undefined);
    channel.resume();
    device.onExec(channel, command, socket);
  });
}

/** Never reads again, and never answers a FIN: what a black hole looks like from the other side. */
export function goDeaf(socket: Socket): void {
  socket.removeAllListeners('end');
  socket.pause();
}
