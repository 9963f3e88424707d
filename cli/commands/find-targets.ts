import type { Run } from '../../shared/model/run.ts';
import type { Target } from '../../shared/model/target.ts';
import type { Store } from '../../shared/ports/store.ts';
import { canonicalAddress } from '../../shared/topology/address.ts';
import { shortName } from '../../shared/topology/device-name.ts';
import { matchDeviceNames, type Named } from '../../shared/topology/match-device-names.ts';

/**
 * Every target of the run that a device or address has to do with, the nearest to the seeds first. `known` are devices by which a name or a
 * serial number is found: those of the store, and where they were read those that were only told of.
 */
export async function findTargets(
  store: Pick<Store, 'listDevices' | 'listTargets'>,
  run: Run,
  asked: string,
  known?: readonly Named[],
): Promise<readonly Target[]> {
  const wanted = canonicalAddress(asked) ?? asked.toLowerCase();
  const named: readonly Named[] = known ?? (await store.listDevices(run.network));
  const devices = matchDeviceNames(named, asked);
  const addresses = new Set([wanted, ...devices.flatMap((device) => device.addresses)]);
  const ids = new Set(devices.flatMap(({ deviceId, nodeId }) => [deviceId, nodeId]));
  const name = shortName(asked).toLowerCase();
  const all = await store.listTargets(run.runId);
  return all
    .filter(
      ({ targetId, address, outcome, nameHint, alternates }) =>
        targetId.toLowerCase() === wanted ||
        addresses.has(address) ||
        alternates?.includes(wanted) === true ||
        (outcome !== undefined && 'deviceId' in outcome && ids.has(outcome.deviceId)) ||
        (nameHint !== undefined && shortName(nameHint).toLowerCase() === name),
    )
    .sort((a, b) => a.depth - b.depth || a.enqueuedAt - b.enqueuedAt);
}
