import type { ViewedDevice } from '../../../shared/model/network-view.ts';
import type { DeviceCandidate } from './candidates.ts';
import { fitText, isTooLong, NETBOX_LIMITS, netboxText } from './fit-text.ts';

const UNKNOWN = 'Unknown';
const NO_SITE = 'Unassigned';

/** Every device of a view, in its order. Held back are those that NetBox would refuse: without a name, or with one that it cannot hold. */
export function deviceCandidates(devices: readonly ViewedDevice[]): readonly DeviceCandidate[] {
  const taken = new Set<string>();
  return devices.map((device) => {
    const candidate = candidateOf(device);
    // NetBox compares the names of a site without case.
    const key = JSON.stringify([candidate.site, candidate.name.toLowerCase()]);
    const heldBack =
      candidate.heldBack ?? (taken.has(key) ? 'another device of its site has this name' : null);
    if (heldBack === null) taken.add(key);
    return { ...candidate, heldBack };
  });
}

function candidateOf(device: ViewedDevice): DeviceCandidate {
  const { nodeId, visited, site, vendor, model, platform, serials } = device;
  const name = netboxText(device.name);
  return {
    id: nodeId,
    name,
    site: fitText(site, NETBOX_LIMITS.name) || NO_SITE,
    manufacturer: fitText(vendor, NETBOX_LIMITS.name) || UNKNOWN,
    deviceType: fitText(model, NETBOX_LIMITS.name) || UNKNOWN,
    platform: fitText(platform, NETBOX_LIMITS.name) || null,
    serial: fitText(serials[0], NETBOX_LIMITS.serial),
    status: visited ? 'active' : 'planned',
    confidence: visited ? 'high' : 'low',
    why: visited ? 'it was visited' : 'only its neighbors tell of it',
    heldBack: problemOf(name),
    notes:
      serials.length > 1
        ? [
            `it has ${serials.length} serial numbers (${serials.map(netboxText).join(', ')}): in NetBox the members of a stack are devices of a virtual chassis`,
          ]
        : [],
  };
}

function problemOf(name: string): string | null {
  if (name === '') return 'it has no name';
  const limit = NETBOX_LIMITS.deviceName;
  return isTooLong(name, limit) ? `its name is longer than the ${limit} characters that NetBox takes` : null;
}
