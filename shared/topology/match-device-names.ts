import { canonicalAddress } from './address.ts';
import { shortName } from './device-name.ts';

/** What a person may call a device by. */
export interface Named {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly serials: readonly string[];
  readonly nodeId?: string;
  readonly deviceId?: string;
}

/** Devices by name (with or without its domain), address, serial number or id, without case. */
export function matchDeviceNames<Device extends Named>(
  devices: readonly Device[],
  asked: string,
): readonly Device[] {
  const wanted = (canonicalAddress(asked) ?? asked).toLowerCase();
  const exact = devices.filter((device) => keysOf(device).includes(wanted));
  if (exact.length > 0) return exact;
  return devices.filter(({ name }) => shortName(name) === shortName(asked));
}

const keysOf = ({ nodeId, deviceId, name, addresses, serials }: Named): readonly string[] =>
  [nodeId, deviceId, name, ...addresses, ...serials].flatMap((key) => (key ? [key.toLowerCase()] : []));
