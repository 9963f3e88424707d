import type { Run } from '../../shared/model/run.ts';
import type { Target } from '../../shared/model/target.ts';
import type { Store } from '../../shared/ports/store.ts';
import { canonicalAddress } from '../../shared/topology/address.ts';
import { shortName } from '../../shared/topology/device-name.ts';
import { matchDeviceNames } from '../../shared/topology/match-device-names.ts';

/** Every target of the run that a device or address has to do with, the nearest to the seeds first. */
export async function findTargets(store: Store, run: Run, asked: string): Promise<readonly Target[]> {
  const wanted = canonicalAddress(asked) ?? asked.toLowerCase();
  const devices = matchDeviceNames(await store.listDevices(run.network), asked);
  const addresses = new Set([wanted, ...devices.flatMap((device) => device.addresses)]);
  const ids = new Set(devices.map(({ deviceId }) => deviceId));
  const name = shortName(asked).toLowerCase();
  const all = await store.listTargets(run.runId);
  return all
    .filter(
      ({ targetId, address, outcome, nameHint }) =>
        targetId === wanted ||
        addresses.has(address) ||
        (outcome !== undefined && 'deviceId' in outcome && ids.has(outcome.deviceId)) ||
        (nameHint !== undefined && shortName(nameHint).toLowerCase() === name),
    )
    .sort((a, b) => a.depth - b.depth || a.enqueuedAt - b.enqueuedAt);
}
