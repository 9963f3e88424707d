import { UsageError } from '../../shared/errors.ts';
import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import type { Target } from '../../shared/model/target.ts';
import { canonicalAddress } from '../../shared/topology/address.ts';
import { shortName } from '../../shared/topology/device-name.ts';
import { matchDeviceNames, type Named } from '../../shared/topology/match-device-names.ts';

/** How many names an error lists. */
const NAMED = 8;

/** The one device that is meant by a name, an address, a serial number or an id. Throws UsageError when there is none, or more than one. */
export function findNode<Node extends Named>(nodes: readonly Node[], asked: string, network: string): Node {
  const [node, ...others] = matchDeviceNames(nodes, asked);
  if (!node) {
    throw new UsageError(
      `there is no device ${asked} in the network ${network}: netwalker devices lists them`,
    );
  }
  if (others.length > 0) {
    const names = [node, ...others]
      .slice(0, NAMED)
      .map(({ name, addresses }) => `${name} (${addresses[0] ?? '-'})`);
    throw new UsageError(
      `${asked} is ${others.length + 1} devices: say which by its address: ${names.join(', ')}`,
    );
  }
  return node;
}

/** The same among the devices of the map. One that could not be visited, and of which nobody tells, is not among them, and is said to be known. */
export function findMapped(view: NetworkView, asked: string): ViewedDevice {
  const failure =
    matchDeviceNames(view.devices, asked).length > 0 ? undefined : failureOf(view.failures, asked);
  if (failure) throw notVisited(asked, asked, failure);
  return findNode(view.devices, asked, view.network);
}

/** The same among those that were visited. Throws UsageError, and says of one that is known otherwise how it fared. */
export function findVisited(view: NetworkView, asked: string): ViewedDevice {
  const visited = view.devices.filter(({ status }) => status === 'visited');
  if (matchDeviceNames(visited, asked).length > 0) return findNode(visited, asked, view.network);
  const { name, failure } = findMapped(view, asked);
  throw notVisited(name, asked, failure);
}

function failureOf(failures: readonly Target[], asked: string): Target | undefined {
  const wanted = canonicalAddress(asked) ?? asked.toLowerCase();
  return failures.find(
    ({ targetId, address, alternates, nameHint }) =>
      [targetId.toLowerCase(), address, ...(alternates ?? [])].includes(wanted) ||
      (nameHint !== undefined && shortName(nameHint) === shortName(asked)),
  );
}

function notVisited(name: string, asked: string, failure: Target | null): UsageError {
  const why = failure?.outcome?.kind === 'failed' ? ` (${failure.outcome.class})` : '';
  return new UsageError(
    `${name} is known, and was not visited${why}: netwalker explain ${asked} tells how it fared`,
  );
}
