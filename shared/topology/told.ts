import type { Device } from '../model/device.ts';
import type { StoredNeighbor } from '../model/neighbor.ts';
import { canonicalAddress, isDialable } from './address.ts';
import { canonicalName, isDefaultName } from './device-name.ts';
import { usableChassis } from './identity.ts';
import { canonicalPort, macDigits } from './port-name.ts';

/** A neighbor entry made comparable: what one device told of who is behind one of its ports. */
export interface Told {
  readonly from: Device;
  readonly entry: StoredNeighbor;
  /** Canonical. */
  readonly localPort: string | null;
  /** Canonical; empty when the entry names nobody. */
  readonly name: string;
  /** Whether the name tells who it is: there is one, and it is not "Switch". */
  readonly named: boolean;
  /** As twelve hex digits. */
  readonly chassis: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * Reads an entry. A name that is a MAC address (the CDP device id of HP and of small switches) is a chassis id, a name or
 * chassis id that is an IP address (LLDP subtype 5) is an address.
 */
export function readTold(from: Device, entry: StoredNeighbor): Told {
  const told = canonicalName(entry.remoteName ?? '');
  const nameIsKey = macDigits(told) !== null || canonicalAddress(told) !== null;
  const name = nameIsKey ? '' : told;
  const ids = [entry.chassisId ?? '', nameIsKey ? told : ''];
  return {
    from,
    entry,
    localPort: entry.localPort === null ? null : canonicalPort(entry.localPort),
    name,
    named: name !== '' && !isDefaultName(name),
    chassis: distinct(ids.map(usableChassis)),
    addresses: distinct([...entry.managementAddresses, ...ids].map(usableAddress)),
  };
}

/** An address that can tell who somebody is: link-local ones are the same on many links. */
function usableAddress(text: string): string | null {
  const address = canonicalAddress(text);
  return address !== null && isDialable(address) ? address : null;
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
