import type { Device } from '../../model/device.ts';
import type { RunSettings } from '../../model/run.ts';
import type { Target } from '../../model/target.ts';
import type { Store } from '../../ports/store.ts';
import { targetIdOf } from '../../topology/address.ts';
import { compareText } from '../../topology/compare-text.ts';
import { makeScope } from '../../topology/scope.ts';

export interface KnownTarget {
  readonly device: Device;
  /** As the run that saw the device last had it; one made of its addresses where that run is not kept any more. */
  readonly target: Target;
}

/** Where devices that are known were reached when they were seen last. A device without any address is left out. */
export async function knownTargets(
  store: Pick<Store, 'listTargets'>,
  devices: readonly Device[],
  settings: Pick<RunSettings, 'scope' | 'exclude' | 'port'>,
): Promise<readonly KnownTarget[]> {
  const visits = new Map<string, Target>();
  for (const runId of new Set(devices.map(({ lastRunId }) => lastRunId))) {
    for (const target of await store.listTargets(runId)) {
      if (target.outcome?.kind === 'visited' && target.carriedFrom === undefined)
        visits.set(`${runId} ${target.outcome.deviceId}`, target);
    }
  }
  return devices.flatMap((device) => {
    const target = visits.get(`${device.lastRunId} ${device.deviceId}`) ?? madeOf(device, settings);
    return target ? [{ device, target }] : [];
  });
}

function madeOf(device: Device, settings: Pick<RunSettings, 'scope' | 'exclude' | 'port'>): Target | null {
  const scope = makeScope(settings);
  const all = [...device.addresses].sort(compareText);
  const inScope = all.filter((address) => scope.check(address).allowed);
  const [address, ...alternates] = inScope.length > 0 ? inScope : all;
  if (address === undefined) return null;
  return {
    runId: device.lastRunId,
    targetId: targetIdOf(address, settings.port, settings.port),
    address,
    port: settings.port,
    depth: 0,
    seed: false,
    toldBy: null,
    nameHint: device.name,
    platformHint: device.platform,
    alternates,
    status: 'done',
    attempts: 0,
    enqueuedAt: device.lastSeenAt,
    finishedAt: device.lastSeenAt,
    outcome: { kind: 'visited', deviceId: device.deviceId },
  };
}
