import type { Device } from '../model/device.ts';
import type { Topology, TopologyNode } from '../model/link.ts';
import { endKey, makeClaim, type Claim } from './claims.ts';
import { compareText } from './compare-text.ts';
import { deriveLinks } from './derive-links.ts';
import { matchNeighbors, type PortBooks } from './match-neighbors.ts';
import { mergeObservations, type Observations } from './merge.ts';
import { fullPort } from './full-port.ts';
import { fuller, PortBook, toldSpelling } from './port-book.ts';
import { canonicalPort } from './port-name.ts';
import { settlePorts } from './settle-ports.ts';
import { makeStubs } from './stubs.ts';
import { readTold, type Told } from './told.ts';

/**
 * The map: visited devices, the neighbors that they told of (`stub:` nodes) and the links between them. Derived from
 * observations alone, so that a stub becomes the device once that is visited, and the same observations give the same map
 * in whatever order they come. Entries of a device that is not among `devices` are left out. Near-linear: 60,000 entries
 * of 10,000 devices took 1.6 to 2.5 s on two busy cores, most of it in maps.
 */
export function deriveTopology(observations: Observations): Topology {
  const { devices, neighbors } = mergeObservations(observations);
  const byId = new Map(devices.map((device) => [device.deviceId, device]));
  const entries = neighbors.flatMap((entry) => {
    const from = byId.get(entry.deviceId);
    return from === undefined ? [] : [readTold(from, entry)];
  });
  const books = portBooks(devices, entries);
  const visited = matchNeighbors(entries, devices, books);
  const stubs = makeStubs(entries.filter((told) => !visited.has(told)));
  const nodeOf = (told: Told): string => visited.get(told)?.deviceId ?? stubs.get(told)!.nodeId;
  const claims = entries.map((told) => makeClaim(told, visited.get(told) ?? null, nodeOf, books));
  const spellings = toldSpellings(claims);
  settlePorts(claims, books);
  const nodes = new Map([...devices.map(nodeOfDevice), ...stubs.values()].map((node) => [node.nodeId, node]));
  const links = deriveLinks(claims, ({ nodeId, port }) => {
    const device = byId.get(nodeId);
    const spelled = port === null ? null : spell(nodeId, port, books.get(device!), spellings);
    const shown = spelled === null || !device ? spelled : fullPort(spelled, device.platform);
    return { nodeId, device: nodes.get(nodeId)!.name, port: shown };
  });
  return { devices: [...nodes.values()].sort(byName), links };
}

/**
 * A port as its device spells it, in the fullest form: in its own outputs, or in the port id that it sends, which a neighbor
 * prints in full (CDP) where the device's own listing cuts it short (`Gig 1/0/1`).
 */
function spell(nodeId: string, port: string, book: PortBook | undefined, told: Map<string, string>): string {
  const [own, sent] = [book?.spelling(port) ?? undefined, told.get(endKey(nodeId, port))];
  return sent === undefined ? (own ?? port) : fuller(own, sent);
}

function portBooks(devices: readonly Device[], entries: readonly Told[]): PortBooks {
  const books = new Map(devices.map((device) => [device, new PortBook(device)]));
  for (const { from, entry } of entries)
    if (entry.localPort !== null) books.get(from)!.addName(entry.localPort);
  return books;
}

/** How ports were told, by the node that has them. */
function toldSpellings(claims: readonly Claim[]): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const { told, to } of claims) {
    const text = toldSpelling(told.entry.remotePort, told.entry.remotePortDescription ?? null);
    if (text === null) continue;
    const key = endKey(to, canonicalPort(text));
    spellings.set(key, fuller(spellings.get(key), text));
  }
  return spellings;
}

function nodeOfDevice(device: Device): TopologyNode {
  return {
    nodeId: device.deviceId,
    name: device.name,
    platform: device.platform,
    vendor: device.vendor ?? null,
    model: device.model ?? null,
    osVersion: device.osVersion ?? null,
    // A stack member that was pulled out stays among all that were ever read, and is not there any more.
    serials: device.lastSerials ?? device.serials,
    addresses: device.addresses,
    visited: true,
  };
}

function byName(a: TopologyNode, b: TopologyNode): number {
  return compareText(a.name, b.name) || compareText(a.nodeId, b.nodeId);
}
