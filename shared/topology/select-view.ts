import type { Link } from '../model/link.ts';
import type { NetworkView, ViewedDevice } from '../model/network-view.ts';
import type { Target } from '../model/target.ts';
import { canonicalName, shortName } from './device-name.ts';
import { matchesGlob } from './glob.ts';

/** What a list is narrowed to: a device has to fit every kind that is given, and one of the texts of each. */
export interface ViewFilter {
  /** Globs on the name, with or without its domain, without case. */
  readonly names: readonly string[];
  /** Globs on the platform; `-` for devices whose platform is not known. */
  readonly platforms: readonly string[];
  /** Globs on the site; `-` for devices that no rule gives one. */
  readonly sites: readonly string[];
  /** Seen at this time or after it, in epoch milliseconds. */
  readonly seenSince?: number;
  /** Not seen at this time or after it. */
  readonly notSeenSince?: number;
}

/** What a filter looks at: a device, or a row that has to do with one. */
export interface FilterSubject {
  readonly name: string;
  readonly platform: string | null;
  readonly site: string | null;
  /** Epoch milliseconds; null where nothing says when. */
  readonly seenAt: number | null;
}

/** What is not known, as tables print it. */
const NONE = '-';

export function fitsFilter(filter: ViewFilter, subject: FilterSubject): boolean {
  const { seenSince, notSeenSince } = filter;
  const { name, platform, site, seenAt } = subject;
  const names = [name, canonicalName(name), shortName(name)];
  return (
    fitsOne(filter.names, names) &&
    fitsOne(filter.platforms, [platform ?? NONE]) &&
    fitsOne(filter.sites, [site ?? NONE]) &&
    (seenSince === undefined || (seenAt !== null && seenAt >= seenSince)) &&
    (notSeenSince === undefined || seenAt === null || seenAt < notSeenSince)
  );
}

const fitsOne = (globs: readonly string[], texts: readonly string[]): boolean =>
  globs.length === 0 || globs.some((glob) => texts.some((text) => matchesGlob(glob, text)));

/**
 * The part of a network that a filter leaves: devices that fit, links with an end that does, what these devices told, and failures. Age
 * is the row's own: a link was seen when somebody last told of it, a neighbor entry when it was read, a failure when it happened.
 */
export function selectView(view: NetworkView, filter: ViewFilter): NetworkView {
  const seenAtOf = lastSeen(view);
  const byId = new Map(view.devices.map((device) => [device.nodeId, device]));
  const fits = (device: ViewedDevice | undefined, seenAt: number | null): boolean =>
    device !== undefined && fitsFilter(filter, { ...placeOf(device), seenAt });
  const failed = new Map(
    view.devices.flatMap((device) => (device.failure ? [[device.failure.targetId, device] as const] : [])),
  );
  return {
    ...view,
    devices: view.devices.filter((device) => fits(device, seenAtOf(device))),
    links: view.links.filter((link) =>
      [link.a, link.b].some(({ nodeId }) => fits(byId.get(nodeId), linkSeenAt(link))),
    ),
    neighbors: view.neighbors.filter((entry) => fits(byId.get(entry.deviceId), entry.seenAt)),
    failures: view.failures.filter((target) =>
      fitsFilter(filter, subjectOf(target, failed.get(target.targetId))),
    ),
  };
}

/** When each device was seen: by its own visit, else when somebody last told of it; null where nothing says when. */
export function lastSeen({ links }: Pick<NetworkView, 'links'>): (device: ViewedDevice) => number | null {
  const told = new Map<string, number>();
  for (const link of links) {
    const at = linkSeenAt(link);
    if (at === null) continue;
    for (const { nodeId } of [link.a, link.b]) told.set(nodeId, Math.max(at, told.get(nodeId) ?? at));
  }
  return ({ nodeId, stored }) => stored?.lastSeenAt ?? told.get(nodeId) ?? null;
}

/** When somebody last told of a link. */
export function linkSeenAt({ told }: Link): number | null {
  return told === undefined || told.length === 0 ? null : Math.max(...told.map(({ seenAt }) => seenAt));
}

const placeOf = ({ name, platform, site }: ViewedDevice): Omit<FilterSubject, 'seenAt'> => ({
  name,
  platform,
  site,
});

/** A target that failed, and the device that it is where the map has it. */
function subjectOf(target: Target, device: ViewedDevice | undefined): FilterSubject {
  const seenAt = target.finishedAt ?? null;
  if (device) return { ...placeOf(device), seenAt };
  return { name: target.nameHint ?? target.targetId, platform: null, site: null, seenAt };
}
