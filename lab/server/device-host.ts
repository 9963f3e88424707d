import type { Socket } from 'node:net';
import type { Connection } from 'ssh2';
import type { LineInUse } from '../device/cli-context.ts';
import type { FaultBehavior } from '../fault.ts';
import type { LabDevice } from '../network/blueprint.ts';
import type { Heard } from '../network/heard.ts';
import { authenticate, type Login } from './authenticate.ts';
import { delaySocket } from './delay-socket.ts';
import { neverEnd } from './never-end.ts';
import { openChannels } from './open-channels.ts';
import { profileOf, type SshProfile } from './profiles.ts';
import type { SshServers } from './ssh-servers.ts';
import type { Tally } from './tally.ts';

const COMMON_KEY = 'common';

export interface HostSurroundings {
  readonly tally: Tally;
  readonly servers: SshServers;
  readonly login: Login & { readonly enable: string };
  readonly latencyMs: number;
}

/** One simulated device behind all its addresses: its lines, its host key, and what it does with a connection. */
export class DeviceHost {
  readonly device: LabDevice;
  readonly #heard: readonly Heard[];
  readonly #around: HostSurroundings;
  readonly #profile: SshProfile;
  readonly #lines = new Map<Socket, { number: number; pid: number; username: string; from: string }>();
  readonly #sockets = new Set<Socket>();
  #lastPid = 2_000;
  #rotations = 0;
  /** Connections that a fault on the wire has taken. */
  #faulty = 0;

  constructor(device: LabDevice, heard: readonly Heard[], around: HostSurroundings) {
    this.device = device;
    this.#heard = heard;
    this.#around = around;
    this.#profile = profileOf(device.entry);
  }

  /** From now on the device shows a host key that it never had before. */
  rotateHostKey(): void {
    this.#rotations += 1;
  }

  /** A TCP connection was accepted on one of the addresses. */
  accept(socket: Socket, behavior: FaultBehavior): void {
    const { tally, servers, latencyMs } = this.#around;
    tally.accepted(this.device.name);
    this.#sockets.add(socket);
    socket.once('close', () => {
      this.#lines.delete(socket);
      this.#sockets.delete(socket);
      tally.closed(this.device.name);
    });
    socket.on('error', () => undefined);
    socket.setNoDelay(true);
    if (behavior.wire !== undefined && this.#faulty < (behavior.connections ?? Number.POSITIVE_INFINITY)) {
      this.#faulty += 1;
      return behavior.wire(socket);
    }
    if (tally.openOn(this.device.name) > this.#profile.lines) return void socket.resume().end();
    if (latencyMs > 0) delaySocket(socket, latencyMs);
    // Where sockets may be half open, Node leaves the answer to a FIN to us, and ssh2 gives none.
    socket.once('end', () => socket.end());
    servers.serve(socket, this.#profile, this.#keyLabel(behavior));
  }

  /** ssh2 made a connection of a socket that was accepted here. */
  serve(client: Connection, socket: Socket, behavior: FaultBehavior): void {
    const { login, tally } = this.#around;
    client.on('error', () => undefined);
    if (behavior.exit === 'keeps-socket') neverEnd(client, socket);
    authenticate(client, login, behavior, () => tally.refused());
    client.once('ready', () => {
      this.#lines.set(socket, {
        number: this.#freeLine(),
        pid: (this.#lastPid += 3),
        username: login.username,
        from: socket.remoteAddress ?? '',
      });
      tally.authenticated(this.#lines.size);
      openChannels(
        {
          behavior,
          socket,
          client,
          enableSecret: login.enable,
          cli: {
            device: this.device,
            heard: this.#heard,
            lines: () => this.#linesSeenFrom(socket),
            connections: () =>
              [...this.#sockets].map((one) => ({
                address: one.remoteAddress ?? '',
                port: one.remotePort ?? 0,
              })),
            clearLine: (number) => this.#clearLine(number),
          },
        },
        login.username,
      );
    });
  }

  #keyLabel(behavior: FaultBehavior): string {
    const rotations = this.#rotations + (behavior.otherHostKey ? 1 : 0);
    return rotations === 0 ? COMMON_KEY : `${this.device.name} ${rotations}`;
  }

  /** As a reset: whoever held the line is not asked. */
  #clearLine(number: number): boolean {
    const [socket] = [...this.#lines].find(([, line]) => line.number === number) ?? [];
    socket?.resetAndDestroy();
    return socket !== undefined;
  }

  #freeLine(): number {
    const taken = new Set([...this.#lines.values()].map(({ number }) => number));
    let number = 0;
    while (taken.has(number)) number += 1;
    return number;
  }

  #linesSeenFrom(socket: Socket): LineInUse[] {
    return [...this.#lines].map(([one, line]) => ({ ...line, own: one === socket }));
  }
}
