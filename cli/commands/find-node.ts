import { UsageError } from '../../shared/errors.ts';
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
