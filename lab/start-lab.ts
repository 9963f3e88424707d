import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { behaviorOf, type Fault, type FaultBehavior } from './fault.ts';
import { checkSize, DEFAULT_SIZES, type Topology } from './lab-name.ts';
import { buildNetwork } from './network/build-network.ts';
import type { Blueprint } from './network/blueprint.ts';
import { heardByDevice } from './network/heard.ts';
import { DeviceHost } from './server/device-host.ts';
import { SshServers } from './server/ssh-servers.ts';
import { Tally, type LabStats } from './server/tally.ts';
import { truthOf, type Truth } from './truth.ts';

export interface LabOptions {
  readonly topology: Topology;
  readonly size?: number;
  readonly seed?: number;
  /** By device name, or by one address of a device. */
  readonly faults?: Readonly<Record<string, Fault>>;
  /** Added to every answer of every device, in milliseconds. */
  readonly latencyMs?: number;
}

export interface Lab {
  /** `campus:40` */
  readonly name: string;
  /** `lab-campus-40`: the name of the network. */
  readonly network: string;
  readonly seeds: readonly string[];
  readonly scope: readonly string[];
  readonly credential: { readonly username: string; readonly password: string; readonly enable: string };
  /** `10.20.0.1:22` to where it listens. Decoys and refused addresses lead to a closed port. */
  readonly dialMap: Readonly<Record<string, { readonly host: '127.0.0.1'; readonly port: number }>>;
  readonly truth: Truth;
  openSessions(): number;
  openSessionsByDevice(): Record<string, number>;
  stats(): LabStats;
  rotateHostKey(deviceName: string): void;
  /** Ends every connection and every listener. */
  close(): Promise<void>;
}

const CREDENTIAL = { username: 'netops', password: 'lab-password', enable: 'lab-enable' };
const LOOPBACK = '127.0.0.1';
const SSH_PORT = 22;
/** tcpmux (RFC 1078): needs root to listen on, and nothing does. */
const CLOSED_PORT = 1;
const BACKLOG = 511;

/** Starts a simulated network in this process. Throws a RangeError for a size or a faulty device that cannot be. */
export async function startLab(options: LabOptions): Promise<Lab> {
  const size = checkSize(options.topology, options.size ?? DEFAULT_SIZES[options.topology]);
  const blueprint = buildNetwork(options.topology, size, options.seed ?? 1);
  const faults = faultsByAddress(blueprint, options.faults ?? {});
  const tally = new Tally();
  const sockets = new Map<Socket, { host: DeviceHost; behavior: FaultBehavior }>();
  const servers = new SshServers((client, socket) => {
    const owner = sockets.get(socket);
    owner?.host.serve(client, socket, owner.behavior);
  });
  const around = { tally, servers, login: CREDENTIAL, latencyMs: options.latencyMs ?? 0 };
  const heard = heardByDevice(blueprint);
  const hosts = blueprint.devices.map(
    (device) => new DeviceHost(device, heard.get(device.index) ?? [], around),
  );

  const listeners: Server[] = [];
  const dialMap: Record<string, { host: typeof LOOPBACK; port: number }> = {};
  const dialable = (address: string, port: number) => {
    dialMap[`${address}:${SSH_PORT}`] = { host: LOOPBACK, port };
  };
  const open = async (host: DeviceHost, address: string) => {
    const behavior = behaviorOf(faults.get(address));
    if (behavior.refused) return dialable(address, CLOSED_PORT);
    const allowHalfOpen = behavior.exit === 'keeps-socket' || behavior.exit === 'half-closes';
    const listener = createServer({ allowHalfOpen }, (socket) => {
      sockets.set(socket, { host, behavior });
      socket.once('close', () => sockets.delete(socket));
      host.accept(socket, behavior);
    });
    listeners.push(listener);
    dialable(address, await listening(listener));
  };
  await Promise.all(hosts.flatMap((host) => host.device.addresses.map((address) => open(host, address))));
  blueprint.decoys.forEach((address) => dialable(address, CLOSED_PORT));

  return {
    name: `${options.topology}:${size}`,
    network: `lab-${options.topology}-${size}`,
    seeds: blueprint.devices.slice(0, 1).flatMap(({ addresses }) => addresses.slice(0, 1)),
    scope: blueprint.scope,
    credential: CREDENTIAL,
    dialMap,
    truth: truthOf(blueprint),
    openSessions: () => tally.open,
    openSessionsByDevice: () => tally.openByDevice(),
    stats: () => tally.stats(),
    rotateHostKey: (name) => {
      const host = hosts.find(({ device }) => device.name === name);
      if (host === undefined) throw new RangeError(`the lab has no device "${name}"`);
      host.rotateHostKey();
    },
    close: async () => {
      const gone = [...sockets.keys()].map((socket) => once(socket.destroy(), 'close'));
      await Promise.all([...listeners.map(closed), ...gone]);
    },
  };
}

function faultsByAddress(blueprint: Blueprint, faults: Readonly<Record<string, Fault>>): Map<string, Fault> {
  const byAddress = new Map<string, Fault>();
  for (const [where, fault] of Object.entries(faults)) {
    const device = blueprint.devices.find(
      ({ name, addresses }) => name === where || addresses.includes(where),
    );
    if (device === undefined) throw new RangeError(`the lab has no device "${where}"`);
    for (const address of device.name === where ? device.addresses : [where]) byAddress.set(address, fault);
  }
  return byAddress;
}

function listening(listener: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    listener.once('error', reject);
    listener.listen({ host: LOOPBACK, port: 0, backlog: BACKLOG }, () => {
      resolve((listener.address() as AddressInfo).port);
    });
  });
}

function closed(listener: Server): Promise<void> {
  return new Promise((resolve) => listener.close(() => resolve()));
}
