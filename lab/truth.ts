import type { InterfaceAddress, Vlan } from '../shared/model/collected.ts';
import type { Blueprint } from './network/blueprint.ts';
import { toldAddresses, toldVlans } from './network/interfaces.ts';
import { KINDS } from './network/kind.ts';

/** What a complete and correct discovery finds. */
export interface Truth {
  readonly devices: readonly TruthDevice[];
  readonly links: readonly TruthLink[];
}

export interface TruthDevice {
  /** As the device itself has it, without a domain. */
  readonly name: string;
  readonly platform: string;
  readonly vendor: string;
  /** As `show version` prints it; null on Linux. */
  readonly model: string | null;
  readonly osVersion: string;
  readonly serials: readonly string[];
  readonly addresses: readonly string[];
  /** None where it has none, or no command that lists them. */
  readonly vlans: readonly Vlan[];
  /** As its own listing of interfaces tells them. */
  readonly interfaceAddresses: readonly InterfaceAddress[];
}

export interface TruthEnd {
  readonly device: string;
  /** The full name (`GigabitEthernet1/0/1`, `Ethernet1/1`, `eth1`), never a short form. */
  readonly port: string;
}

/** One cable. Ends are ordered by device name, then port. */
export interface TruthLink {
  readonly a: TruthEnd;
  readonly b: TruthEnd;
}

export function truthOf(blueprint: Blueprint): Truth {
  return {
    devices: blueprint.devices.map((device) => ({
      name: device.name,
      platform: device.entry.kind,
      vendor: device.entry.vendor ?? KINDS[device.entry.kind].vendor,
      model: device.entry.model,
      osVersion: device.entry.osVersion,
      serials: device.serials,
      addresses: device.addresses,
      vlans: toldVlans(device),
      interfaceAddresses: toldAddresses(device),
    })),
    links: blueprint.cables.map((cable) => {
      const ends = [cable.a, cable.b].map((end) => ({ device: end.device.name, port: end.port.name }));
      ends.sort((x, y) => compare(x.device, y.device) || compare(x.port, y.port));
      const [a, b] = ends as [TruthEnd, TruthEnd];
      return { a, b };
    }),
  };
}

const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
