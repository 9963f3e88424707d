import type { TargetEnd } from '../model/target.ts';
import type { TopologyNode } from '../model/link.ts';
import { shortName } from './device-name.ts';

/** Finds a node's target among some: by an address, else, where nobody visited the node, by the name that the target was told of by. */
export function targetsOfNodes<T extends TargetEnd>(
  targets: readonly T[],
): (node: Pick<TopologyNode, 'addresses' | 'name' | 'visited'>) => T | null {
  const byAddress = new Map(targets.map((target) => [target.address, target]));
  const byName = new Map(
    targets.flatMap((target) => (target.nameHint ? [[shortName(target.nameHint), target] as const] : [])),
  );
  return (node) => {
    for (const address of node.addresses) {
      const found = byAddress.get(address);
      if (found) return found;
    }
    return (node.visited ? undefined : byName.get(shortName(node.name))) ?? null;
  };
}
