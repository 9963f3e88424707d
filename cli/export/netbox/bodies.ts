import type { NetworkView } from '../../../shared/model/network-view.ts';
import type { CableCandidate, CableEnd, DeviceCandidate } from './candidates.ts';
import { fitText, isTooLong, NETBOX_LIMITS, netboxText } from './fit-text.ts';
import { interfaceType } from './interface-type.ts';
import type { InterfaceIds } from './interface-ids.ts';
import { makeSlugs } from './make-slugs.ts';

/** Every device has this role until somebody says better. */
const ROLE = { name: 'Network device', slug: 'network-device', color: '9e9e9e' } as const;

/** What is sent to create objects in bulk: an array for each endpoint of the API. They refer to each other by slug and name. */
export interface Bodies {
  readonly sites: readonly object[];
  readonly manufacturers: readonly object[];
  readonly deviceTypes: readonly object[];
  readonly deviceRoles: readonly object[];
  readonly platforms: readonly object[];
  readonly devices: readonly object[];
  readonly interfaces: readonly object[];
  /** The API takes ends of cables by id only: those whose interfaces NetBox has given one. */
  readonly cables: readonly object[];
}

export interface Plan {
  readonly devices: readonly DeviceCandidate[];
  readonly cables: readonly CableCandidate[];
}

export function makeBodies(view: NetworkView, plan: Plan, ids: InterfaceIds): Bodies {
  const devices = plan.devices.filter(({ heldBack }) => heldBack === null);
  const cables = plan.cables.filter(({ heldBack }) => heldBack === null);
  const slugs = slugsOf(devices);
  return {
    sites: named(slugs.sites, { status: 'active' }),
    manufacturers: named(slugs.manufacturers),
    deviceTypes: [...slugs.deviceTypes].flatMap(([manufacturer, types]) =>
      [...types].map(([model, slug]) => ({
        manufacturer: { slug: slugs.manufacturers.get(manufacturer) },
        model,
        slug,
      })),
    ),
    deviceRoles: devices.length === 0 ? [] : [ROLE],
    platforms: named(slugs.platforms),
    devices: devices.map((device) => deviceBody(device, slugs)),
    interfaces: interfaceBodies(view, { devices, cables }, slugs),
    cables: cables.flatMap((cable) => cableBody(cable, ids)),
  };
}

interface Slugs {
  readonly sites: ReadonlyMap<string, string>;
  readonly manufacturers: ReadonlyMap<string, string>;
  /** By manufacturer, then by model. */
  readonly deviceTypes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly platforms: ReadonlyMap<string, string>;
}

function slugsOf(devices: readonly DeviceCandidate[]): Slugs {
  const types = [...Map.groupBy(devices, ({ manufacturer }) => manufacturer)];
  return {
    sites: makeSlugs(devices.map(({ site }) => site)),
    manufacturers: makeSlugs(devices.map(({ manufacturer }) => manufacturer)),
    deviceTypes: new Map(
      types.map(([manufacturer, all]) => [manufacturer, makeSlugs(all.map(({ deviceType }) => deviceType))]),
    ),
    platforms: makeSlugs(devices.flatMap(({ platform }) => platform ?? [])),
  };
}

const named = (slugs: ReadonlyMap<string, string>, more: object = {}): object[] =>
  [...slugs].map(([name, slug]) => ({ name, slug, ...more }));

const deviceBody = (device: DeviceCandidate, slugs: Slugs): object => ({
  name: device.name,
  device_type: {
    manufacturer: { slug: slugs.manufacturers.get(device.manufacturer) },
    slug: slugs.deviceTypes.get(device.manufacturer)?.get(device.deviceType),
  },
  role: { slug: ROLE.slug },
  ...(device.platform === null ? {} : { platform: { slug: slugs.platforms.get(device.platform) } }),
  site: { slug: slugs.sites.get(device.site) },
  serial: device.serial,
  status: device.status,
  description: fitText(`netwalker: ${device.why}`, NETBOX_LIMITS.description),
});

/** The ports that a device lists, and those that a cable ends at. */
function interfaceBodies(view: NetworkView, { devices, cables }: Plan, slugs: Slugs): object[] {
  const viewed = new Map(view.devices.map((device) => [device.nodeId, device]));
  const cabled = Map.groupBy(
    cables.flatMap(({ a, b }) => [a, b]),
    ({ deviceId }) => deviceId,
  );
  return devices.flatMap(({ id, name, site }) => {
    const listed = viewed.get(id)?.stored?.ports ?? [];
    const descriptions = new Map(
      listed.map((port) => [netboxText(port.name), fitText(port.description, NETBOX_LIMITS.description)]),
    );
    const names = new Set([...descriptions.keys(), ...(cabled.get(id) ?? []).map(({ port }) => port ?? '')]);
    return [...names]
      .filter((port) => port !== '' && !isTooLong(port, NETBOX_LIMITS.interfaceName))
      .map((port) => ({
        device: { name, site: { slug: slugs.sites.get(site) } },
        name: port,
        type: interfaceType(port),
        description: descriptions.get(port) ?? '',
      }));
  });
}

function cableBody({ a, b, status, why }: CableCandidate, ids: InterfaceIds): object[] {
  const [from, to] = [terminations(a, ids), terminations(b, ids)];
  if (from === null || to === null) return [];
  return [
    {
      a_terminations: from,
      b_terminations: to,
      status,
      description: fitText(`netwalker: ${why}`, NETBOX_LIMITS.description),
    },
  ];
}

function terminations({ device, port }: CableEnd, ids: InterfaceIds): object[] | null {
  const id = ids.find(device, port ?? '');
  return id === null ? null : [{ object_type: 'dcim.interface', object_id: id }];
}
