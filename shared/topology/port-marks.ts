import type { DevicePort } from '../model/device.ts';
import { usableChassis } from './identity.ts';
import { Multimap } from './multimap.ts';
import { canonicalPort, macDigits } from './port-name.ts';

/** What tells the ports of a device besides their names: MAC addresses and descriptions. Ports are canonical. */
export class PortMarks {
  readonly #byMac = new Multimap<string, string>();
  readonly #macs = new Map<string, string>();
  readonly #byDescription = new Multimap<string, string>();

  constructor(ports: readonly DevicePort[]) {
    for (const { name, mac, description } of ports) {
      const port = canonicalPort(name);
      const digits = macDigits(mac ?? '');
      if (digits !== null && usableChassis(digits) !== null) {
        this.#byMac.add(digits, port);
        this.#macs.set(port, digits);
      }
      const text = textOf(description ?? '');
      if (text !== '') this.#byDescription.add(text, port);
    }
  }

  macOf(port: string): string | null {
    return this.#macs.get(port) ?? null;
  }

  hasMac(digits: string): boolean {
    return this.#byMac.has(digits);
  }

  /** The one port that has a MAC address. */
  byMac(digits: string): string | null {
    return this.#byMac.only(digits);
  }

  /** The one port that carries a description. */
  byDescription(description: string): string | null {
    return this.#byDescription.only(textOf(description));
  }
}

const textOf = (description: string): string => description.trim().toLowerCase();
