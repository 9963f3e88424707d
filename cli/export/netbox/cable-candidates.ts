import type { Link, LinkEnd } from '../../../shared/model/link.ts';
import type { CableCandidate, CableEnd, Confidence, DeviceCandidate } from './candidates.ts';
import { isTooLong, NETBOX_LIMITS, netboxText } from './fit-text.ts';
import { interfaceType } from './interface-type.ts';

const CONFIDENCES: Readonly<Record<Link['status'], Confidence>> = {
  confirmed: 'high',
  'one-sided': 'medium',
  conflicting: 'low',
};

/**
 * Every link of a view, in its order. Held back are those that NetBox would refuse, and those on which the ends disagree. Where two want one
 * port, it goes to the surer one.
 */
export function cableCandidates(
  links: readonly Link[],
  devices: readonly DeviceCandidate[],
): readonly CableCandidate[] {
  const byId = new Map(devices.map((device) => [device.id, device]));
  const candidates = links.map((link) => candidateOf(link, byId));
  const taken = new Set<string>();
  const refused = new Set<CableCandidate>();
  for (const candidate of candidates.toSorted((a, b) => rank(a) - rank(b))) {
    if (candidate.heldBack !== null) continue;
    const ports = [portKey(candidate.a), portKey(candidate.b)];
    if (ports.some((port) => taken.has(port))) refused.add(candidate);
    else ports.forEach((port) => taken.add(port));
  }
  return candidates.map((candidate) =>
    refused.has(candidate) ? { ...candidate, heldBack: 'another cable has one of its ports' } : candidate,
  );
}

const rank = ({ confidence }: CableCandidate): number => ['high', 'medium', 'low'].indexOf(confidence);

const portKey = ({ deviceId, port }: CableEnd): string => JSON.stringify([deviceId, port]);

function candidateOf(link: Link, devices: ReadonlyMap<string, DeviceCandidate>): CableCandidate {
  const [a, b] = [endOf(link.a, devices), endOf(link.b, devices)];
  return {
    a,
    b,
    status: link.status === 'confirmed' ? 'connected' : 'planned',
    confidence: CONFIDENCES[link.status],
    why: whyOf(link),
    heldBack: problemOf(link, [a, b], devices),
  };
}

const endOf = (
  { nodeId, device, port }: LinkEnd,
  devices: ReadonlyMap<string, DeviceCandidate>,
): CableEnd => ({
  deviceId: nodeId,
  device: devices.get(nodeId)?.name ?? netboxText(device),
  port: netboxText(port) || null,
});

function whyOf({ status, protocols }: Link): string {
  const over = `over ${protocols.join(' and ')}`;
  if (status === 'confirmed') return `both ends say so, ${over}`;
  return status === 'one-sided' ? `one end says so, ${over}` : `the ends disagree, ${over}`;
}

function problemOf(
  { status }: Link,
  ends: readonly [CableEnd, CableEnd],
  devices: ReadonlyMap<string, DeviceCandidate>,
): string | null {
  if (status === 'conflicting') return 'the ends disagree on what is connected';
  if (portKey(ends[0]) === portKey(ends[1])) return 'both ends are one port';
  for (const { deviceId, device, port } of ends) {
    const held = devices.get(deviceId)?.heldBack;
    if (held !== null)
      return `${device || 'a device'} is held back: ${held ?? 'it is not part of the export'}`;
    if (port === null) return `the port of ${device} is not known`;
    if (isTooLong(port, NETBOX_LIMITS.interfaceName)) {
      return `the name of the port of ${device} is longer than the ${NETBOX_LIMITS.interfaceName} characters that NetBox takes`;
    }
    if (interfaceType(port) !== 'other') return `${port} of ${device} is a port that takes no cable`;
  }
  return null;
}
