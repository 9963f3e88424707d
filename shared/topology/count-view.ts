import type { NetworkView, ViewedDevice } from '../model/network-view.ts';
import { compareText } from './compare-text.ts';
import { lastSeen } from './select-view.ts';

export interface Count {
  /** Null for devices of which it is not known. */
  readonly name: string | null;
  readonly count: number;
}

/** How many devices and links there are of each kind: the most first. */
export interface ViewCounts {
  readonly devices: number;
  readonly byStatus: readonly Count[];
  /** The rest counts visited devices. */
  readonly byPlatform: readonly Count[];
  readonly byVendor: readonly Count[];
  readonly byModel: readonly Count[];
  /** Platform and version. */
  readonly byVersion: readonly Count[];
  readonly bySite: readonly Count[];
  readonly byAge: readonly Count[];
  readonly links: number;
  readonly linksByStatus: readonly Count[];
}

const DAY_MS = 86_400_000;
const AGES = [
  ['within a day', DAY_MS],
  ['within a week', 7 * DAY_MS],
  ['within 30 days', 30 * DAY_MS],
] as const;
const OLDER = 'longer ago';

/** @param now epoch milliseconds */
export function countView(view: NetworkView, now: number): ViewCounts {
  const visited = view.devices.filter(({ status }) => status === 'visited');
  const by = (of: (device: ViewedDevice) => string | null): readonly Count[] => countEach(visited.map(of));
  const seenAt = lastSeen(view);
  const ages = visited.map((device) => ageOf(now - (seenAt(device) ?? 0)));
  return {
    devices: view.devices.length,
    byStatus: countEach(view.devices.map(({ status }) => status)),
    byPlatform: by(({ platform }) => platform),
    byVendor: by(({ vendor }) => vendor),
    byModel: by(({ model }) => model),
    byVersion: by(({ platform, osVersion }) =>
      osVersion === null ? null : `${platform ?? '-'} ${osVersion}`,
    ),
    bySite: by(({ site }) => site),
    byAge: [...AGES.map(([name]) => name), OLDER].map((name) => ({
      name,
      count: ages.filter((age) => age === name).length,
    })),
    links: view.links.length,
    linksByStatus: countEach(view.links.map(({ status }) => status)),
  };
}

const ageOf = (ms: number): string => AGES.find(([, limit]) => ms <= limit)?.[0] ?? OLDER;

export function countEach(names: readonly (string | null)[]): readonly Count[] {
  const counts = new Map<string | null, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || compareText(one.name ?? '', other.name ?? ''));
}
