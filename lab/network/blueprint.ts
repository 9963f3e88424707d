import type { Topology } from '../lab-name.ts';
import type { CatalogEntry } from './catalog.ts';

/** The network as it is cabled: what devices say and what is true both follow from it. */
export interface Blueprint {
  readonly topology: Topology;
  readonly size: number;
  readonly devices: readonly LabDevice[];
  readonly cables: readonly Cable[];
  /** CIDRs that cover every address, decoys too. */
  readonly scope: readonly string[];
  /** Addresses in scope behind which there is nothing. */
  readonly decoys: readonly string[];
}

export interface LabDevice {
  readonly index: number;
  /** As the prompt and the device's own facts have it: no domain. */
  readonly name: string;
  /** As CDP and LLDP tell it: with the domain where one is configured. */
  readonly announcedName: string;
  readonly entry: CatalogEntry;
  /** One for each member of a stack; none on Linux, where a user without root cannot read it. */
  readonly serials: readonly string[];
  /** All of them are answered on port 22. */
  readonly addresses: readonly string[];
  /** The prompt is `name>` until `enable`. */
  readonly startsUnprivileged: boolean;
  readonly uptimeMinutes: number;
  /** In the order in which they were cabled; full names. */
  readonly ports: readonly LabPort[];
}

export interface LabPort {
  readonly name: string;
  readonly mac: string;
  /** Linux: the interface alias, which lldpd announces as the port description in place of the name. */
  readonly alias?: string;
}

export interface CableEnd {
  readonly device: LabDevice;
  readonly port: LabPort;
  /** The management address that the device tells over this cable. */
  readonly told: string;
}

/** At least one of the protocols runs on every cable. */
export interface Cable {
  readonly a: CableEnd;
  readonly b: CableEnd;
  readonly cdp: boolean;
  readonly lldp: boolean;
}
