import { UsageError } from '../../shared/errors.ts';
import type { Device } from '../../shared/model/device.ts';
import type { Store } from '../../shared/ports/store.ts';
import { canonicalAddress } from '../../shared/topology/address.ts';
import { shortName } from '../../shared/topology/device-name.ts';

/** How many names an error lists. */
const NAMED = 8;

/** Devices by name (with or without its domain), address, serial or id, without case. */
export async function findDevices(store: Store, network: string, asked: string): Promise<readonly Device[]> {
  const wanted = (canonicalAddress(asked) ?? asked).toLowerCase();
  const all = await store.listDevices(network);
  const exact = all.filter((device) => keysOf(device).includes(wanted));
  if (exact.length > 0) return exact;
  return all.filter(({ name }) => shortName(name).toLowerCase() === shortName(asked).toLowerCase());
}

/** The one device that is meant. Throws UsageError when there is none, or more than one. */
export async function findDevice(store: Store, network: string, asked: string): Promise<Device> {
  const [device, ...others] = await findDevices(store, network, asked);
  if (!device) {
    throw new UsageError(
      `there is no device ${asked} in the network ${network}: netwalker devices lists them`,
    );
  }
  if (others.length > 0) {
    const names = [device, ...others]
      .slice(0, NAMED)
      .map(({ name, addresses }) => `${name} (${addresses[0] ?? '-'})`);
    throw new UsageError(
      `${asked} is ${others.length + 1} devices: say which by its address: ${names.join(', ')}`,
    );
  }
  return device;
}

const keysOf = ({ deviceId, name, addresses, serials }: Device): readonly string[] =>
  [deviceId, name, ...addresses, ...serials].map((key) => key.toLowerCase());
