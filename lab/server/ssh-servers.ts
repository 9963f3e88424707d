import type { Socket } from 'node:net';
import ssh2, { type Connection, type Server } from 'ssh2';
import { ed25519HostKey, rsaHostKey } from './host-keys.ts';
import type { SshProfile } from './profiles.ts';

// RSA keys take about 0.2 s each to find, and are the same for every lab of a process.
const hostKeys = new Map<string, string>();

/**
 * One ssh2 Server for each profile and host key, however many devices share it: sockets are injected, and the
 * connection comes back with its socket.
 */
export class SshServers {
  readonly #servers = new Map<string, Server>();
  readonly #onConnection: (client: Connection, socket: Socket) => void;

  constructor(onConnection: (client: Connection, socket: Socket) => void) {
    this.#onConnection = onConnection;
  }

  serve(socket: Socket, profile: SshProfile, keyLabel: string): void {
    const id = `${profile.id} ${keyLabel}`;
    const server = this.#servers.get(id) ?? this.#create(profile, keyLabel);
    this.#servers.set(id, server);
    server.injectSocket(socket);
  }

  #create(profile: SshProfile, keyLabel: string): Server {
    return new ssh2.Server(
      {
        hostKeys: [hostKey(profile.hostKey, keyLabel)],
        ident: profile.ident,
        algorithms: profile.algorithms,
        keepaliveInterval: 0,
      },
      // ssh2 does not say whose socket a connection has; address and port of the client are not unique over listeners.
      (client) => this.#onConnection(client, (client as unknown as { _sock: Socket })._sock),
    );
  }
}

function hostKey(type: SshProfile['hostKey'], label: string): string {
  const id = `${type} ${label}`;
  const key = hostKeys.get(id) ?? (type === 'rsa' ? rsaHostKey(label) : ed25519HostKey(label));
  hostKeys.set(id, key);
  return key;
}
