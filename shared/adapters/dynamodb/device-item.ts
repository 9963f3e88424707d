import type { Device, DevicePort } from '../../model/device.ts';
import { deviceOrder, devicesList, TABLE } from '../../names.ts';
import { bounded, cut } from './bounded.ts';
import { addressesOfText, addressesToText, vlansOfText, vlansToText, type Kept } from './collected-text.ts';
import type { Change, Condition } from './expression.ts';
import { withoutKeys, type Item } from './table-access.ts';

/** How many entries a set may have before a visit adds to it no more, and how many one visit adds. */
const SET_LIMITS = { addresses: 200, serials: 32, chassisIds: 32 } as const;
type SetName = keyof typeof SET_LIMITS;
const SET_NAMES = Object.keys(SET_LIMITS) as SetName[];
const SET_TEXT_BYTES = 64;
const PORTS_BYTES = 30 * 1024;
const UNSUPPORTED = { length: 16, bytes: 64 } as const;

/** What a visit changes on the device's item: what it did not see stays, sets grow. */
export function deviceChange(device: Device, options: { readonly growSets: boolean }): Change {
  const { serials, chassisIds, addresses, ports, firstSeenAt, ...others } = device;
  const {
    vlans = [],
    interfaceAddresses = [],
    notKept: _counted,
    unsupported,
    lastSerials,
    ...rest
  } = others;
  const seen = Object.entries(bounded(rest)).filter(([, value]) => isKnown(value));
  return {
    set: {
      ...Object.fromEntries(seen),
      ...(ports.length === 0 ? {} : { ports: boundedPorts(ports) }),
      ...(unsupported === undefined ? {} : { unsupported: boundedList(unsupported) }),
      ...(lastSerials?.length ? { lastSerials: [...(setOf('serials', lastSerials) ?? [])] } : {}),
      // Nothing never replaces what is known: a visit that did not collect, or read none, leaves them.
      ...(vlans.length === 0 ? {} : { vlans: vlansToText(vlans) }),
      ...(interfaceAddresses.length === 0 ? {} : { interfaceAddresses: addressesToText(interfaceAddresses) }),
      deviceId: device.deviceId,
      [TABLE.g2pk]: devicesList(device.network),
      [TABLE.g2sk]: deviceOrder(device.name, device.deviceId),
    },
    setOnce: { firstSeenAt },
    add: options.growSets
      ? {
          addresses: setOf('addresses', addresses),
          serials: setOf('serials', serials),
          chassisIds: setOf('chassisIds', chassisIds),
        }
      : {},
  };
}

/** A device that says another serial number at every visit must not grow its item without end. */
export function setsHaveRoom(...names: readonly SetName[]): Condition {
  const checked = names.length === 0 ? SET_NAMES : names;
  return {
    text: checked
      .map((name) => `(attribute_not_exists(#${name}) OR size(#${name}) < :${name})`)
      .join(' AND '),
    values: Object.fromEntries(checked.map((name) => [`:${name}`, SET_LIMITS[name]])),
  };
}

/** A string set for ADD, which DynamoDB unites atomically; undefined for none (an empty set is not allowed). */
export function setOf(name: SetName, values: readonly string[]): Set<string> | undefined {
  const texts = values.filter((value) => value !== '').map((value) => cut(value, SET_TEXT_BYTES));
  return texts.length === 0 ? undefined : new Set(texts.slice(0, SET_LIMITS[name]));
}

/** The device of an item; null for one that holds only addresses, because its first visit has not been stored yet. */
export function toDevice(item: Item): Device | null {
  if (item['lastSeenAt'] === undefined) {
    return null;
  }
  const { addresses, serials, chassisIds, vlans, interfaceAddresses, ...rest } = withoutKeys(item);
  return {
    ports: [],
    ...rest,
    ...collected({
      vlans: typeof vlans === 'string' ? vlansOfText(vlans) : null,
      interfaceAddresses: typeof interfaceAddresses === 'string' ? addressesOfText(interfaceAddresses) : null,
    }),
    addresses: sorted(addresses),
    serials: sorted(serials),
    chassisIds: sorted(chassisIds),
  } as unknown as Device;
}

function collected(lists: Readonly<Record<string, Kept<unknown> | null>>): Item {
  const kept = Object.entries(lists).filter((entry): entry is [string, Kept<unknown>] => entry[1] !== null);
  const cutShort = kept
    .filter(([, { notKept }]) => notKept > 0)
    .map(([name, { notKept }]) => [name, notKept]);
  return {
    ...Object.fromEntries(kept.map(([name, { entries }]) => [name, entries])),
    ...(cutShort.length > 0 ? { notKept: Object.fromEntries(cutShort) } : {}),
  };
}

const boundedList = (texts: readonly string[]): readonly string[] =>
  texts.slice(0, UNSUPPORTED.length).map((text) => cut(text, UNSUPPORTED.bytes));

/** A set has no order of its own. */
function sorted(set: unknown): readonly string[] {
  return [...((set as Set<string> | undefined) ?? [])].sort();
}

function isKnown(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}

/** All ports where they fit; else first their descriptions go, then the last ports. */
function boundedPorts(ports: readonly DevicePort[]): readonly DevicePort[] {
  const full = ports.map((port) => bounded(port));
  if (sizeOf(full) <= PORTS_BYTES) {
    return full;
  }
  let left = PORTS_BYTES;
  return full.map(({ description: _dropped, ...port }) => port).filter((port) => (left -= sizeOf(port)) >= 0);
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
