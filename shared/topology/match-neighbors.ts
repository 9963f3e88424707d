import type { Device } from '../model/device.ts';
import { DeviceIndex } from './device-index.ts';
import { sameName } from './device-name.ts';
import { matchDevice, type Match } from './match-device.ts';
import { Multimap } from './multimap.ts';
import type { PortBook } from './port-book.ts';
import { canonicalPort } from './port-name.ts';
import type { Told } from './told.ts';

export type PortBooks = ReadonlyMap<Device, PortBook>;

/** For each entry the visited device that it speaks of; entries that are missing speak of somebody who was not visited. */
export function matchNeighbors(
  entries: readonly Told[],
  devices: readonly Device[],
  books: PortBooks,
): Map<Told, Device> {
  const index = new DeviceIndex(devices, new Set(entries.flatMap(({ chassis }) => chassis)));
  const matches = new Map(entries.map((told) => [told, matchDevice(told, index)]));
  const found = new Map<Told, Device>();
  for (const [told, match] of matches) if (match.kind === 'device') found.set(told, match.device);
  matchByReverse(matches, found, books);
  matchByLearned(entries, matches, found);
  matchByCable(entries, matches, found, books);
  return found;
}

const at = (device: Device, port: string): string => `${device.deviceId}\n${port}`;

/** Where the evidence leaves several devices, the one whose own entry speaks of us, on this port. */
function matchByReverse(matches: Map<Told, Match>, found: Map<Told, Device>, books: PortBooks): void {
  const toldOf = new Multimap<string, Told>();
  for (const [told, match] of matches) {
    const targets =
      match.kind === 'device' ? [match.device] : match.kind === 'unsure' ? match.candidates : [];
    for (const device of targets) {
      const { port, sure } = remotePort(told, device, books);
      if (port !== null && sure) toldOf.add(at(device, port), told);
    }
  }
  const decided: [Told, Device][] = [];
  for (const [told, match] of matches) {
    if (match.kind !== 'unsure' || told.localPort === null) continue;
    const reverse = toldOf.get(at(told.from, told.localPort));
    const fits = match.candidates.filter((device) =>
      reverse.some((other) => other.from === device && answers(told, other, found, books)),
    );
    if (fits.length === 1) decided.push([told, fits[0]!]);
  }
  for (const [told, device] of decided) found.set(told, device);
}

/** Whether `other` can be the same cable seen from the other end. Two entries that are both unsure must name each other's port. */
function answers(told: Told, other: Told, found: ReadonlyMap<Told, Device>, books: PortBooks): boolean {
  if (other === told) return false;
  const { port, sure } = remotePort(told, other.from, books);
  if (sure && other.localPort !== null) return port === other.localPort;
  return found.has(other);
}

function remotePort(told: Told, device: Device, books: PortBooks): { port: string | null; sure: boolean } {
  const { remotePort: port, remotePortDescription } = told.entry;
  return books.get(device)!.find(port, remotePortDescription ?? null);
}

/** An entry without a name speaks of the device that another entry calls by the same chassis id or address and by name. */
function matchByLearned(
  entries: readonly Told[],
  matches: ReadonlyMap<Told, Match>,
  found: Map<Told, Device>,
): void {
  const learned = new Multimap<string, Device>();
  for (const [told, device] of found) {
    if (told.named) for (const key of [...told.chassis, ...told.addresses]) learned.add(key, device);
  }
  for (const told of entries) {
    if (told.name !== '' || found.has(told) || matches.get(told)!.kind === 'unsure') continue;
    const device = [...told.chassis, ...told.addresses].map((key) => learned.only(key)).find(Boolean);
    if (device) found.set(told, device);
  }
}

/** An entry without a name, beside one of the other protocol about the same remote port: one cable, one neighbor. */
function matchByCable(
  entries: readonly Told[],
  matches: ReadonlyMap<Told, Match>,
  found: Map<Told, Device>,
  books: PortBooks,
): void {
  for (const [a, b] of sameCable(entries)) {
    const [known, other] = found.has(a) ? [a, b] : [b, a];
    const device = found.get(known);
    if (device === undefined || found.has(other) || other.named) continue;
    if (matches.get(other)!.kind === 'unsure') continue;
    const port = remotePort(known, device, books);
    if (port.sure && port.port === remotePort(other, device, books).port) found.set(other, device);
  }
}

/** Pairs of a CDP and an LLDP entry that are alone on a port and do not name two neighbors. */
export function sameCable(entries: readonly Told[]): [Told, Told][] {
  const byPort = new Multimap<string, Told>();
  for (const told of entries) if (told.localPort !== null) byPort.add(at(told.from, told.localPort), told);
  const pairs: [Told, Told][] = [];
  for (const [, set] of byPort.entries()) {
    const [a, b, more] = [...set];
    if (!a || !b || more || a.entry.protocol === b.entry.protocol) continue;
    if (a.named && b.named && !sameName(a.name, b.name)) continue;
    pairs.push([a, b]);
  }
  return pairs;
}

/** Whether two entries of one cable tell the same port. */
export function samePort(a: Told, b: Told): boolean {
  const [portA, portB] = [a.entry.remotePort, b.entry.remotePort];
  const descriptions = [a.entry.remotePortDescription, b.entry.remotePortDescription];
  if (portA === null || portB === null) return false;
  const same = canonicalPort(portA) === canonicalPort(portB);
  return (
    same ||
    descriptions.some(
      (text) => text != null && [portA, portB].map(canonicalPort).includes(canonicalPort(text)),
    )
  );
}
