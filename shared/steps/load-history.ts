import type { MappedDevice } from '../model/run-map.ts';
import type { Run } from '../model/run.ts';
import type { Store } from '../ports/store.ts';
import { deviceHistory, type HistoryEntry, type HistoryMap } from '../topology/device-history.ts';
import { matchDeviceNames, type Named } from '../topology/match-device-names.ts';

/** A run of a network, and what it saw of a device; null where it kept no map. */
export interface HistoryRun {
  readonly run: Run;
  readonly entry: HistoryEntry | null;
}

/** Maps read at once: each is one small query for 1,000 devices. */
const PARALLEL = 4;

/**
 * What runs, given the newest first, saw of the device that is meant by a name, an address, a serial number or an id. `choose` picks one of those
 * that fit: it may throw where they are more than one. Answers the newest first.
 */
export async function loadHistory(
  store: Pick<Store, 'getRunMap' | 'listDevices'>,
  runs: readonly Run[],
  asked: string,
  choose: (fits: readonly Named[]) => void,
): Promise<readonly HistoryRun[]> {
  const kept: HistoryMap[] = [];
  for (let start = 0; start < runs.length; start += PARALLEL) {
    const page = runs.slice(start, start + PARALLEL);
    const maps = await Promise.all(page.map(({ runId }) => store.getRunMap(runId)));
    kept.push(...page.flatMap(({ runId }, at) => (maps[at] ? [{ runId, map: maps[at] }] : [])));
  }
  const [newest] = runs;
  const stored = newest ? matchDeviceNames(await store.listDevices(newest.network), asked) : [];
  const ids = new Set(stored.map(({ deviceId }) => deviceId));
  const find = (devices: readonly MappedDevice[]): MappedDevice | null => {
    const named = devices.map((device) => ({ ...asNamed(device), device }));
    const exact = matchDeviceNames(named, asked).map(({ device }) => device);
    const fits = exact.length > 0 ? exact : devices.filter(({ id }) => ids.has(id));
    choose(fits.map(asNamed));
    return fits[0] ?? null;
  };
  const entries = new Map(deviceHistory(kept.reverse(), find).map((entry) => [entry.runId, entry]));
  return runs.map((run) => ({ run, entry: entries.get(run.runId) ?? null }));
}

/** An address that it was visited by is its name too. */
const asNamed = ({ id, name, serials, addresses, target }: MappedDevice): Named => ({
  ...{ nodeId: id, name, serials },
  addresses: target === null ? addresses : [...new Set([target, ...addresses])],
});
