import type { NetworkView } from '../../shared/model/network-view.ts';

/** A part of a network with the devices at the far ends of its links: in an export no link ends nowhere. */
export function withFarEnds(part: NetworkView, whole: NetworkView): NetworkView {
  if (part === whole) return whole;
  const ids = new Set([
    ...part.devices.map(({ nodeId }) => nodeId),
    ...part.links.flatMap(({ a, b }) => [a.nodeId, b.nodeId]),
  ]);
  return { ...part, devices: whole.devices.filter(({ nodeId }) => ids.has(nodeId)) };
}
