import type { Device } from '../model/device.ts';
import { canonicalName, sameName } from './device-name.ts';
import type { DeviceIndex } from './device-index.ts';
import type { Told } from './told.ts';

/**
 * Which visited device an entry speaks of: exactly one; some that it could be, where the evidence is divided or too
 * weak; or none.
 */
export type Match =
  | { readonly kind: 'device'; readonly device: Device }
  | { readonly kind: 'unsure'; readonly candidates: readonly Device[] }
  | { readonly kind: 'none' };

interface Evidence {
  chassis: boolean;
  name: boolean;
  address: boolean;
}

/** A name may be cut off by a listing from here on (`show lldp neighbors` of IOS cuts at 20). */
const SHORTEST_CUT = 15;

const NONE: Match = { kind: 'none' };

/**
 * Weighs chassis id, name and address: two that agree beat one that does not. Alone, a chassis id decides; a name does,
 * unless it is a default one; an address only where the names do not speak against it, since addresses are shared (VIP,
 * 192.168.1.1).
 */
export function matchDevice(told: Told, index: DeviceIndex): Match {
  const evidence = gather(told, index);
  const best = Math.max(0, ...[...evidence.values()].map(weight));
  const candidates = [...evidence].filter(([, seen]) => weight(seen) === best).map(([device]) => device);
  const [device] = candidates;
  if (device === undefined) return NONE;
  if (candidates.length === 1 && best > 1) return { kind: 'device', device };
  if (candidates.length === 1) return matchAlone(told, device, evidence.get(device)!);
  if (told.named || best > 1) return { kind: 'unsure', candidates };
  return unsure(
    candidates.filter((candidate) => !evidence.get(candidate)!.name || !deniedBy(told, candidate)),
  );
}

function gather(told: Told, index: DeviceIndex): Map<Device, Evidence> {
  const evidence = new Map<Device, Evidence>();
  const note = (devices: readonly Device[], kind: keyof Evidence): void => {
    for (const device of devices) {
      const seen = evidence.get(device) ?? { chassis: false, name: false, address: false };
      seen[kind] = true;
      evidence.set(device, seen);
    }
  };
  for (const digits of told.chassis) note(index.byChassis(digits), 'chassis');
  for (const address of told.addresses) note(index.byAddress(address), 'address');
  if (told.name === '') return evidence;
  const byName = index.byName(told.name);
  // A default name points at nobody; it only adds to what points at its bearer already.
  const others = evidence.size > 0 && !told.named;
  note(others ? byName.filter((device) => evidence.has(device)) : byName, 'name');
  return evidence;
}

function weight(seen: Evidence): number {
  return Number(seen.chassis) + Number(seen.name) + Number(seen.address);
}

function matchAlone(told: Told, device: Device, seen: Evidence): Match {
  const self = device === told.from;
  const agrees = !told.named || compatible(told.name, device);
  if (seen.chassis) return self && !agrees ? unsure([device]) : { kind: 'device', device };
  if (seen.name) {
    const denied = deniedBy(told, device);
    if (!told.named) return denied ? NONE : unsure([device]);
    return self && denied ? unsure([device]) : { kind: 'device', device };
  }
  if (!agrees) return NONE;
  return self ? unsure([device]) : { kind: 'device', device };
}

function unsure(candidates: readonly Device[]): Match {
  return candidates.length === 0 ? NONE : { kind: 'unsure', candidates };
}

function compatible(name: string, device: Device): boolean {
  if (sameName(name, device.name)) return true;
  return name.length >= SHORTEST_CUT && canonicalName(device.name).startsWith(name);
}

/** Whether an entry that shares only the name with a device tells a chassis id or addresses, and the device has others. */
function deniedBy(told: Told, device: Device): boolean {
  const chassis = told.chassis.length > 0 && device.chassisIds.length > 0;
  const address = told.addresses.length > 0 && device.addresses.length > 0;
  return chassis || address;
}
