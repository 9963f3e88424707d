import { checkSize, type Topology } from '../lab-name.ts';
import { seededRandom } from '../random.ts';
import type { Blueprint, Cable, CableEnd, LabDevice, LabPort } from './blueprint.ts';
import type { CatalogEntry, PortRole } from './catalog.ts';
import { KINDS } from './kind.ts';

type Growing = LabDevice & { ports: LabPort[]; addresses: string[] };

export interface DeviceOptions {
  /** Third byte of the first address: one for each layer. */
  readonly subnet: number;
  readonly members?: number;
  /** Answers on a loopback address of the second block too. */
  readonly secondAddress?: boolean;
  readonly domain?: string;
  readonly startsUnprivileged?: boolean;
}

export interface CableOptions {
  readonly roles?: readonly [PortRole, PortRole];
  readonly protocols?: 'both' | 'cdp' | 'lldp';
  /** Which of its addresses (0 or 1) each end tells. */
  readonly tells?: readonly [number, number];
  /** Linux ends announce an alias in place of the interface's name. */
  readonly alias?: string;
}

const HOSTS_PER_SUBNET = 250;
const BASE36 = 36;

/** Makes a blueprint device by device and cable by cable. The same calls give the same network. */
export class NetworkBuilder {
  readonly devices: Growing[] = [];
  readonly #cables: Cable[] = [];
  readonly #used = new Map<string, number>();
  readonly #random: () => number;
  readonly #topology: Topology;
  readonly #net: number;
  readonly size: number;

  constructor(topology: Topology, size: number, seed: number, net: number) {
    this.size = checkSize(topology, size);
    this.#topology = topology;
    this.#net = net;
    this.#random = seededRandom(seed * 65_537 + size);
  }

  /** A number from 0 to below the bound. */
  pick(bound: number): number {
    return Math.floor(this.#random() * bound);
  }

  device(name: string, entry: CatalogEntry, options: DeviceOptions): LabDevice {
    const index = this.devices.length;
    const host = this.#next(`subnet ${options.subnet}`);
    const tail = `${options.subnet + Math.floor(host / HOSTS_PER_SUBNET)}.${(host % HOSTS_PER_SUBNET) + 1}`;
    const device: Growing = {
      index,
      name,
      announcedName: options.domain === undefined ? name : `${name}.${options.domain}`,
      entry,
      serials: entry.kind === 'linux' ? [] : this.#serials(entry, index, options.members ?? 1),
      addresses: [`10.${this.#net}.${tail}`, ...(options.secondAddress ? [`172.${this.#net}.${tail}`] : [])],
      startsUnprivileged: options.startsUnprivileged ?? false,
      uptimeMinutes: 600 + this.pick(600_000),
      ports: [],
    };
    this.devices.push(device);
    return device;
  }

  cable(a: LabDevice, b: LabDevice, options: CableOptions = {}): void {
    const protocols = options.protocols ?? 'both';
    const [roleA, roleB] = options.roles ?? ['down', 'up'];
    const [toldA, toldB] = options.tells ?? [0, 0];
    const mayCdp = [a, b].every(({ entry }) => KINDS[entry.kind].speaksCdp);
    this.#cables.push({
      a: this.#end(a, roleA, toldA, options.alias),
      b: this.#end(b, roleB, toldB, options.alias),
      cdp: mayCdp && protocols !== 'lldp',
      // Between two of which one speaks no CDP there is nothing else.
      lldp: !mayCdp || protocols !== 'cdp',
    });
  }

  finish(): Blueprint {
    return {
      topology: this.#topology,
      size: this.size,
      devices: this.devices,
      cables: this.#cables,
      scope: [`10.${this.#net}.0.0/16`, `172.${this.#net}.0.0/16`],
      decoys: [`10.${this.#net}.255.1`, `10.${this.#net}.255.2`],
    };
  }

  #end(device: LabDevice, role: PortRole, told: number, alias: string | undefined): CableEnd {
    const growing = this.devices[device.index];
    if (growing === undefined) throw new Error(`${device.name} is not of this network`);
    const { entry } = device;
    const members = Math.max(1, device.serials.length);
    const name = this.#freePort(device, entry, role, members);
    const port: LabPort = {
      name,
      mac: macOf(device, growing.ports.length + 1),
      ...(alias !== undefined && entry.kind === 'linux' ? { alias } : {}),
    };
    growing.ports.push(port);
    return { device, port, told: device.addresses[told] ?? device.addresses[0] ?? '' };
  }

  /** Models that count all ports in one row give the same name for both roles: take the next free one. */
  #freePort(device: LabDevice, entry: CatalogEntry, role: PortRole, members: number): string {
    for (;;) {
      const name = entry.port(role, this.#next(`${device.index} ${role}`), members);
      if (!device.ports.some((port) => port.name === name)) return name;
    }
  }

  #serials(entry: CatalogEntry, index: number, members: number): string[] {
    const site = KINDS[entry.kind].serialSite;
    return Array.from({ length: members }, (_, member) => {
      const week = `${20 + this.pick(4)}${String(1 + this.pick(52)).padStart(2, '0')}`;
      const unique = (index * 8 + member).toString(BASE36).toUpperCase().padStart(4, '0');
      return `${site}${week}${unique}`;
    });
  }

  #next(counter: string): number {
    const n = this.#used.get(counter) ?? 0;
    this.#used.set(counter, n + 1);
    return n;
  }
}

/** 1,024 addresses for each device under the prefix of its vendor; number 0 is the chassis. */
export function macOf(device: Pick<LabDevice, 'index' | 'entry'>, number: number): string {
  const digits =
    KINDS[device.entry.kind].macPrefix + (device.index * 1024 + number).toString(16).padStart(6, '0');
  return digits.match(/../g)?.join(':') ?? '';
}
