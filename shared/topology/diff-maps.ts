import {
  COMPARED,
  type DeviceChange,
  type DeviceField,
  type LinkChange,
  type LinkField,
  type MapChange,
  type MappedDevice,
  type MappedLink,
  type RunMap,
} from '../model/run-map.ts';
import { compareText } from './compare-text.ts';
import { deviceEvidence, linkEvidence } from './diff-evidence.ts';
import { MapPair } from './map-pair.ts';
import { pairLinks, withIds } from './pair-links.ts';
import { linkKey, linkText } from './run-map.ts';

/**
 * What is different in `after`, with who said so. A device or link that is not there any more was `removed` only if everybody who could
 * say so was visited again and tells of it no more; else it is `unverified`: a device that failed takes nothing off the map. Devices
 * first, each kind in the order of its names.
 */
export function diffMaps(before: RunMap, after: RunMap): readonly MapChange[] {
  const maps = new MapPair(before, after);
  return [...deviceChanges(maps), ...linkChanges(maps)];
}

function deviceChanges(maps: MapPair): readonly DeviceChange[] {
  const changes = [
    ...maps.before.devices.map((was) => changeOf(maps, was, maps.afterOf(was.id))),
    ...maps.after.devices
      .filter(({ id }) => maps.beforeOf(id) === null)
      .map((is) => changeOf(maps, null, is)),
  ];
  return changes
    .filter((change) => change !== null)
    .sort((one, other) => compareText(one.device, other.device));
}

function changeOf(maps: MapPair, was: MappedDevice | null, is: MappedDevice | null): DeviceChange | null {
  const fields = was && is ? differing(was, is) : [];
  if (was && is && fields.length === 0) return null;
  const change = kindOf(maps, was, is);
  const base = {
    what: 'device',
    change,
    device: (is ?? was)?.name ?? '',
    fields,
    before: was,
    after: is,
  } as const;
  return { ...base, evidence: deviceEvidence(maps, base) };
}

function kindOf(maps: MapPair, was: MappedDevice | null, is: MappedDevice | null): DeviceChange['change'] {
  if (!was) return 'added';
  if (!is) return maps.isGone(was) ? 'removed' : 'unverified';
  // What is only told of says nothing of itself.
  return is.status === 'visited' ? 'changed' : 'unverified';
}

/** Facts are compared where both runs read them: of a device that was not visited there are none. */
export function differing(was: MappedDevice, is: MappedDevice): readonly DeviceField[] {
  const fields: DeviceField[] = comparedOf(was, is).filter((field) => !isSame(was[field], is[field]));
  if (was.status !== is.status) fields.unshift('status');
  if (fields.length === 0 && was.id !== is.id) fields.push('id');
  return fields;
}

/** What a device calls itself is not what others call it. */
function comparedOf(was: MappedDevice, is: MappedDevice): readonly (typeof COMPARED)[number][] {
  const visits = [was, is].filter(({ status }) => status === 'visited').length;
  return visits === 2 ? COMPARED : visits === 0 ? ['name'] : [];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function linkChanges(maps: MapPair): readonly LinkChange[] {
  const { pairs, onlyBefore, onlyAfter } = pairLinks(
    maps.before.links,
    maps.after.links,
    (id) => maps.afterOf(id)?.id ?? id,
  );
  const changes = [
    ...pairs.map(([was, is]) => linkChange(maps, was, is)),
    ...onlyBefore.map((was) => linkChange(maps, was, null)),
    ...onlyAfter.map((is) => linkChange(maps, null, is)),
  ];
  return changes.filter((change) => change !== null).sort((one, other) => compareText(one.link, other.link));
}

function linkChange(maps: MapPair, was: MappedLink | null, is: MappedLink | null): LinkChange | null {
  const fields = was && is ? linkFields(maps, was, is) : [];
  if (was && is && fields.length === 0) return null;
  const shown = is ?? was;
  const link = shown ? linkText(shown) : '';
  const base = {
    what: 'link',
    change: linkKind(maps, was, is),
    link,
    fields,
    before: was,
    after: is,
  } as const;
  return { ...base, evidence: linkEvidence(maps, base) };
}

function linkKind(maps: MapPair, was: MappedLink | null, is: MappedLink | null): LinkChange['change'] {
  if (!was) return 'added';
  if (is) return maps.isAsked(was) ? 'changed' : 'unverified';
  return maps.isAsked(was) ? 'removed' : 'unverified';
}

function linkFields(maps: MapPair, was: MappedLink, is: MappedLink): readonly LinkField[] {
  const renamed = withIds(was, (id) => maps.afterOf(id)?.id ?? id);
  return [
    ...(linkKey(renamed) === linkKey(is) ? [] : (['ports'] as const)),
    ...(was.status === is.status ? [] : (['status'] as const)),
  ];
}
