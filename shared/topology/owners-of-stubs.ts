import type { Device } from '../model/device.ts';
import type { TopologyNode } from '../model/link.ts';
import { isDefaultName, sameName, shortName } from './device-name.ts';

/**
 * Which neighbors that a run was only told of are devices that an earlier run visited, by node id: by an address, else by the name. So a device
 * that fails keeps its id and its name. Of two devices that had an address or a name, the one that was seen last has it now; none is two
 * neighbors, and none is a node that was visited.
 */
export function ownersOfStubs(
  nodes: readonly TopologyNode[],
  known: readonly Device[],
): ReadonlyMap<string, Device> {
  const taken = new Set(nodes.map(({ nodeId }) => nodeId));
  const inOrder = [...known].sort((one, other) => one.lastSeenAt - other.lastSeenAt);
  const byAddress = new Map(
    inOrder.flatMap((device) => device.addresses.map((address) => [address, device] as const)),
  );
  const byName = new Map(inOrder.map((device) => [shortName(device.name), device] as const));
  const owners = new Map<string, Device>();
  for (const { nodeId, name, addresses, visited } of nodes) {
    if (visited) continue;
    const namesake = isDefaultName(name) ? undefined : byName.get(shortName(name));
    const owner =
      addresses.map((address) => byAddress.get(address)).find((device) => device !== undefined) ??
      (namesake && sameName(namesake.name, name) ? namesake : undefined);
    if (!owner || taken.has(owner.deviceId)) continue;
    taken.add(owner.deviceId);
    owners.set(nodeId, owner);
  }
  return owners;
}
