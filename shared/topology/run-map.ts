import type { Device } from '../model/device.ts';
import type { LinkEnd, Link, Topology, TopologyNode } from '../model/link.ts';
import type { MappedDevice, MappedEnd, MappedLink, MappedTelling, RunMap } from '../model/run-map.ts';
import type { TargetEnd } from '../model/target.ts';
import { canonicalAddress, isDialable } from './address.ts';
import { compareText } from './compare-text.ts';
import { ownersOfStubs } from './owners-of-stubs.ts';
import { canonicalPort } from './port-name.ts';
import { targetsOfNodes } from './targets-of-nodes.ts';

/** What a map is made of: what a run saw, and how it fared with its targets. */
export interface RunObserved {
  readonly topology: Topology;
  /** Every device of the network that is known, from earlier runs too: whose a failed address is. */
  readonly known: readonly Device[];
  readonly targets: readonly TargetEnd[];
}

/** The map of a run in the form that is kept: sorted, with what this run read and why it did not read the rest. */
export function runMapOf({ topology, known, targets }: RunObserved): RunMap {
  const stored = new Map(known.map((device) => [device.deviceId, device]));
  const visits = new Map(
    targets.flatMap((target) =>
      target.outcome?.kind === 'visited' ? [[target.outcome.deviceId, target] as const] : [],
    ),
  );
  const skippedOf = targetsOfNodes(targets.filter(({ outcome }) => outcome?.kind === 'skipped'));
  const failed = targets.filter(({ outcome }) => outcome?.kind === 'failed');
  const failureOf = targetsOfNodes(failed);
  const owners = ownersOfStubs(topology.devices, known);
  const devices = topology.devices.map((node): MappedDevice => {
    const device = stored.get(node.nodeId);
    if (node.visited && device) return visited(node, device, visits.get(node.nodeId) ?? null);
    const { deviceId: nodeId, name } = owners.get(node.nodeId) ?? { deviceId: node.nodeId, name: node.name };
    return notVisited({ nodeId, name, addresses: node.addresses }, failureOf(node), skippedOf(node));
  });
  const missing = unseen(devices, known, failed);
  return {
    devices: [...devices, ...missing].sort(
      (one, other) => compareText(one.name, other.name) || compareText(one.id, other.id),
    ),
    links: distinct(topology.links.map((link) => mappedLink(link, owners))),
  };
}

function visited(node: TopologyNode, device: Device, target: TargetEnd | null): MappedDevice {
  const own = device.ports.flatMap(({ addresses = [] }) => addresses).map(canonicalAddress);
  const usable = own.filter((address) => address !== null && isDialable(address) && !isLoopback(address));
  return {
    ...{ id: node.nodeId, name: node.name, status: 'visited', at: device.lastSeenAt },
    ...{ target: target?.targetId ?? null, why: null },
    ...{ platform: node.platform, model: node.model, osVersion: node.osVersion },
    serials: [...node.serials].sort(compareText),
    addresses: [...new Set(usable as string[])].sort(compareText),
  };
}

const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1';

function notVisited(
  node: Pick<TopologyNode, 'nodeId' | 'name' | 'addresses'>,
  failure: TargetEnd | null,
  skipped: TargetEnd | null,
): MappedDevice {
  const target = failure ?? skipped;
  const outcome = target?.outcome;
  return {
    ...{ id: node.nodeId, name: node.name, status: failure ? 'failed' : 'told' },
    ...{ at: failure?.finishedAt ?? null, target: target?.targetId ?? null },
    why: outcome?.kind === 'failed' ? outcome.class : outcome?.kind === 'skipped' ? outcome.skip : null,
    ...{ platform: null, model: null, osVersion: null, serials: [] },
    addresses: [...node.addresses].sort(compareText),
  };
}

/** Devices that an earlier run visited, that nobody told of this time, and whose address was tried in vain: a seed above all. */
function unseen(
  mapped: readonly MappedDevice[],
  known: readonly Device[],
  failed: readonly TargetEnd[],
): readonly MappedDevice[] {
  const ids = new Set(mapped.map(({ id }) => id));
  const targets = new Set(mapped.map(({ target }) => target));
  const ownerOf = new Map(
    known.flatMap((device) => device.addresses.map((address) => [address, device] as const)),
  );
  return failed.flatMap((target) => {
    const device = ownerOf.get(target.address);
    if (!device || targets.has(target.targetId) || ids.has(device.deviceId)) return [];
    ids.add(device.deviceId);
    return [
      notVisited({ nodeId: device.deviceId, name: device.name, addresses: [target.address] }, target, null),
    ];
  });
}

function mappedLink({ told = [], ...link }: Link, owners: ReadonlyMap<string, Device>): MappedLink {
  const end = ({ nodeId, device, port }: LinkEnd): MappedEnd => {
    const owner = owners.get(nodeId);
    return { id: owner?.deviceId ?? nodeId, device: owner?.name ?? device, port };
  };
  const [a, b] = [end(link.a), end(link.b)].sort(
    (one, other) =>
      compareText(one.device, other.device) ||
      compareText(portKey(one.id, one.port), portKey(other.id, other.port)),
  ) as [MappedEnd, MappedEnd];
  const by = (side: 'a' | 'b', { id }: MappedEnd): MappedTelling[] => {
    const protocols = told.filter(({ nodeId }) => nodeId === id).map(({ protocol }) => protocol);
    return protocols.length === 0
      ? []
      : [{ end: side, protocols: [...new Set(protocols)].sort(compareText) }];
  };
  return { a, b, status: link.status, told: [...by('a', a), ...(a.id === b.id ? [] : by('b', b))] };
}

/** One end as it is compared: Gi1/0/1 is GigabitEthernet1/0/1. */
export const portKey = (id: string, port: string | null): string =>
  `${id}\n${port === null ? '' : canonicalPort(port)}`;

/** What tells a link from the others of its map. */
export const linkKey = ({ a, b }: MappedLink): string =>
  [portKey(a.id, a.port), portKey(b.id, b.port)].sort(compareText).join('\n');

function distinct(links: readonly MappedLink[]): readonly MappedLink[] {
  const byKey = new Map<string, MappedLink>();
  for (const link of links) if (!byKey.has(linkKey(link))) byKey.set(linkKey(link), link);
  return [...byKey.values()].sort(
    (one, other) => compareText(linkText(one), linkText(other)) || compareText(linkKey(one), linkKey(other)),
  );
}

export const endText = ({ device, port }: MappedEnd): string => `${device} ${port ?? '?'}`;
export const linkText = ({ a, b }: MappedLink): string => `${endText(a)} - ${endText(b)}`;
