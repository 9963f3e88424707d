import type { Device } from '../model/device.ts';
import { canonicalAddress, isDialable } from './address.ts';
import { canonicalName, shortName } from './device-name.ts';
import { usableChassis, usableSerial } from './identity.ts';
import { Multimap } from './multimap.ts';

/** Finds visited devices by what neighbors tell of them. Every answer may hold several devices: names and MACs are shared. */
export class DeviceIndex {
  readonly #told: ReadonlySet<string>;
  readonly #chassis = new Multimap<string, Device>();
  readonly #portMacs = new Multimap<string, Device>();
  readonly #names = new Multimap<string, Device>();
  readonly #shortNames = new Multimap<string, Device>();
  readonly #serials = new Multimap<string, Device>();
  readonly #addresses = new Multimap<string, Device>();

  /** @param told the chassis ids that are told: of the MAC addresses of ports, which are many, no others are kept. */
  constructor(devices: readonly Device[], told: ReadonlySet<string>) {
    this.#told = told;
    for (const device of devices) this.#add(device);
  }

  /** By chassis id; where no device has it as its own, by the MAC addresses of ports (NX-OS tells the port's as chassis id). */
  byChassis(digits: string): readonly Device[] {
    const found = this.#chassis.get(digits);
    return found.length > 0 ? found : this.#portMacs.get(digits);
  }

  /** By the full name; else by the short name where one side has no domain; else by a serial number told as a name (CatOS). */
  byName(name: string): readonly Device[] {
    const full = this.#names.get(name);
    if (full.length > 0) return full;
    const short = shortName(name);
    const bare = name === short;
    const found = this.#shortNames
      .get(short)
      .filter((device) => bare || canonicalName(device.name) === short);
    return found.length > 0 ? found : this.#serials.get(name);
  }

  byAddress(address: string): readonly Device[] {
    return this.#addresses.get(address);
  }

  #add(device: Device): void {
    const name = canonicalName(device.name);
    if (name !== '') {
      this.#names.add(name, device);
      this.#shortNames.add(shortName(name), device);
    }
    addAll(this.#serials, device.serials.map(usableSerial), device);
    addAll(this.#chassis, device.chassisIds.map(usableChassis), device);
    for (const { mac } of device.ports) {
      const digits = mac === undefined ? null : usableChassis(mac);
      if (digits !== null && this.#told.has(digits)) this.#portMacs.add(digits, device);
    }
    addAll(this.#addresses, addressesOf(device), device);
  }
}

function addAll(index: Multimap<string, Device>, keys: readonly (string | null)[], device: Device): void {
  for (const key of keys) if (key !== null) index.add(key, device);
}

/** A device's addresses and those of its ports. 127.0.0.1 is on every `lo` and tells nobody from another. */
function addressesOf(device: Device): string[] {
  const ofPorts = device.ports
    .flatMap(({ addresses }) => addresses ?? [])
    .filter((text) => !isLoopback(text));
  return [...new Set([...device.addresses, ...ofPorts])]
    .map(canonicalAddress)
    .filter((address) => address !== null && isDialable(address)) as string[];
}

function isLoopback(text: string): boolean {
  const address = canonicalAddress(text);
  return address !== null && (address.startsWith('127.') || address === '::1');
}
