import type { Device, DevicePort } from '../model/device.ts';
import { PortMarks } from './port-marks.ts';
import { canonicalPort, looksLikePort, macDigits, portShape } from './port-name.ts';

/** A remote port as resolved: `sure` when the device has it, or when it is a name such as the device's ports have. */
export interface FoundPort {
  /** Canonical. */
  readonly port: string | null;
  readonly sure: boolean;
}

/** The ports of one visited device, from its own facts and from the local ports of its own entries. */
export class PortBook {
  readonly #spellings = new Map<string, string>();
  #shapes: ReadonlySet<string> | null = null;
  readonly #ports: readonly DevicePort[];
  #marks: PortMarks | null = null;

  constructor(device: Device) {
    this.#ports = device.ports;
    for (const { name } of device.ports) this.addName(name);
  }

  addName(name: string): void {
    const port = canonicalPort(name);
    this.#spellings.set(port, fuller(this.#spellings.get(port), name));
    this.#shapes = null;
  }

  /** The port as the device prints it, in its fullest form; null for a port that it never printed. */
  spelling(port: string): string | null {
    return this.#spellings.get(port) ?? null;
  }

  /** The MAC address of a port, as digits. */
  macOf(port: string): string | null {
    return this.#marked().macOf(port);
  }

  /**
   * The port that a neighbor means with a port id and a port description: a name that the device has; a MAC address that
   * one port has; a description that names a port, or that one port carries. Not sure: what was told, as it was told.
   */
  find(told: string | null, description: string | null): FoundPort {
    const port = told === null ? null : canonicalPort(told);
    const mac = told === null ? null : macDigits(told);
    if (port !== null && mac === null && this.#has(port)) return { port, sure: true };
    const described = description === null ? null : this.#describedPort(description);
    const byMac = mac === null ? null : this.#portOfMac(mac, described);
    if (byMac !== null) return { port: byMac, sure: true };
    if (port !== null && mac === null && looksLikePort(port) && this.#hasLike(port)) {
      return { port, sure: true };
    }
    if (described !== null && (mac === null || this.#mayHave(described, mac)))
      return { port: described, sure: true };
    return { port: toldPort(told, description), sure: false };
  }

  #has(port: string): boolean {
    return this.#spellings.has(port);
  }

  #hasLike(port: string): boolean {
    this.#shapes ??= new Set([...this.#spellings.keys()].map(portShape));
    return this.#shapes.has(portShape(port));
  }

  #describedPort(description: string): string | null {
    const named = canonicalPort(description);
    return this.#has(named) ? named : this.#marked().byDescription(description);
  }

  /** Bridges, bonds and VLANs share a MAC address with their ports (lldpd tells it as port id): there the description decides. */
  #portOfMac(mac: string, described: string | null): string | null {
    const marks = this.#marked();
    if (described !== null && marks.hasMac(mac) && this.#mayHave(described, mac)) return described;
    return marks.byMac(mac);
  }

  #mayHave(port: string, mac: string): boolean {
    const own = this.macOf(port);
    return own === null || own === mac;
  }

  /** Most ports are told by their names: what else marks them is read where somebody tells it. */
  #marked(): PortMarks {
    return (this.#marks ??= new PortMarks(this.#ports));
  }
}

/** What to call a port that nobody knows: as told, and a MAC address by its description where that reads as a port. */
export function toldPort(told: string | null, description: string | null): string | null {
  const text = toldSpelling(told, description);
  return text === null ? null : canonicalPort(text);
}

/** As `toldPort`, in the spelling of who told it. */
export function toldSpelling(told: string | null, description: string | null): string | null {
  const opaque = told === null || macDigits(told) !== null;
  return opaque && description !== null && looksLikePort(description.trim()) ? description.trim() : told;
}

/**
 * Of two spellings of one port the fuller: more letters, then the shorter (no unit `.0`), then the first by code units.
 */
export function fuller(a: string | undefined, b: string): string {
  if (a === undefined) return b;
  const order = letters(b) - letters(a) || a.length - b.length || (a < b ? -1 : 1);
  return order <= 0 ? a : b;
}

/** `Ten 1/1/1` counts less than `Te1/1/1`: three letters and a blank are how `show cdp neighbors` cuts a name. */
function letters(spelling: string): number {
  const count = spelling.replace(/[^a-z]/gi, '').length;
  return count <= 3 && /\s/.test(spelling) ? 0 : count;
}
