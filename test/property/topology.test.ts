import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Topology } from '../../shared/model/link.ts';
import { canonicalAddress, parseSeed, targetIdOf } from '../../shared/topology/address.ts';
import { deriveTopology } from '../../shared/topology/derive-topology.ts';
import { shortName } from '../../shared/topology/device-name.ts';
import { matchesGlob } from '../../shared/topology/glob.ts';
import { identityOf } from '../../shared/topology/identity.ts';
import { mergeObservations } from '../../shared/topology/merge.ts';
import { canonicalPort } from '../../shared/topology/port-name.ts';
import { PORT_SPELLINGS } from '../../shared/topology/port-spellings.ts';
import { makeScope } from '../../shared/topology/scope.ts';
import { cdp, device, lldp, port } from '../unit/topology/observed.ts';
import { network, observe, truth } from './topology-networks.ts';

function shown({ links }: Topology): string[] {
  return links
    .map(({ a, b, status }) => {
      const ends = [a, b].map((end) => `${shortName(end.device)} ${canonicalPort(end.port ?? '?')}`).sort();
      return `${ends.join(' -- ')} ${status}`;
    })
    .sort();
}

/** Entries that contradict each other in every way: few names, addresses and MACs for many devices. */
const name = fc.constantFrom('sw1', 'SW1.a.example', 'sw1.b.example', 'sw2', 'Router', 'Switch', null);
const portName = fc.constantFrom(
  'Gi0/1',
  'GigabitEthernet0/1',
  'Gi0/2',
  'eth1',
  '02:00:00:00:00:01',
  '7',
  null,
);
const mac = fc.constantFrom('02:00:00:00:00:01', '0200.0000.0002', 'sw1', null);
const addresses = fc.subarray(['10.0.0.1', '10.0.0.2', '2001:db8::1']);
const ids = ['d1', 'd2', 'd3', 'd4'];
const entry = fc
  .tuple(fc.constantFrom(...ids), portName, name, portName, addresses, mac, portName, fc.boolean(), fc.nat(2))
  .map(
    ([id, local, remoteName, remote, managementAddresses, chassisId, remotePortDescription, isCdp, seenAt]) =>
      (isCdp ? cdp : lldp)(id, local, remoteName, remote, {
        managementAddresses,
        chassisId,
        remotePortDescription,
        seenAt,
      }),
  );
const anyDevice = fc
  .tuple(fc.constantFrom(...ids), name, addresses, mac, mac, fc.nat(2))
  .map(([deviceId, told, known, chassis, portMac, lastSeenAt]) =>
    device(told ?? '10.0.0.9', {
      deviceId,
      addresses: known,
      chassisIds: chassis === null ? [] : [chassis],
      ports: portMac === null ? [] : [port('eth1', { mac: portMac }), port('br0', { mac: portMac })],
      lastSeenAt,
    }),
  );
const observations = fc.record({
  devices: fc.array(anyDevice, { maxLength: 6 }),
  neighbors: fc.array(entry, { maxLength: 14 }),
});

describe('the map of a generated network', () => {
  it('is exactly its truth, whoever was visited', () => {
    fc.assert(
      fc.property(network, (net) => {
        expect(shown(deriveTopology(observe(net)))).toEqual(truth(net).sort());
      }),
      { numRuns: 400 },
    );
  });

  it('has one node for each device that was visited or told of', () => {
    fc.assert(
      fc.property(network, (net) => {
        const seen = new Set(net.boxes.filter(({ visited }) => visited).map(({ id }) => id));
        for (const { ends } of net.cables) {
          if (ends.some((id) => net.boxes[id]!.visited)) ends.forEach((id) => seen.add(id));
        }
        expect(deriveTopology(observe(net)).devices).toHaveLength(seen.size);
      }),
    );
  });

  it('never loses a link when another device is visited', () => {
    fc.assert(
      fc.property(network, fc.nat(6), (net, also) => {
        const ends = (topology: Topology): string[] =>
          shown(topology).map((text) => text.replace(/ \S+$/, ''));
        const before = ends(deriveTopology(observe(net)));
        const after = ends(deriveTopology(observe(net, (of) => of.visited || of.id === also)));
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});

describe('any observations, however contradictory', () => {
  it('give one map in whatever order and however often they come', () => {
    fc.assert(
      fc.property(observations, observations, observations, (a, b, c) => {
        const left = mergeObservations(mergeObservations(a, b), c);
        expect(mergeObservations(c, mergeObservations(b, a), a)).toEqual(left);
        const reversed = { devices: [...left.devices].reverse(), neighbors: [...left.neighbors].reverse() };
        const twice = { devices: left.devices, neighbors: [...left.neighbors, ...left.neighbors] };
        const topology = deriveTopology(left);
        expect(deriveTopology(reversed)).toEqual(topology);
        expect(deriveTopology(twice)).toEqual(topology);
      }),
      { numRuns: 300 },
    );
  });

  it('give links between nodes of the map, ordered and each once, and one node for every id', () => {
    fc.assert(
      fc.property(observations, (seen) => {
        const { devices, links } = deriveTopology(seen);
        const nodeIds = new Set(devices.map(({ nodeId }) => nodeId));
        expect(nodeIds.size).toBe(devices.length);
        for (const { a, b } of links) {
          expect(nodeIds.has(a.nodeId) && nodeIds.has(b.nodeId)).toBe(true);
          expect(a.nodeId <= b.nodeId).toBe(true);
        }
        const keys = links.map(({ a, b }) => JSON.stringify([a.nodeId, a.port, b.nodeId, b.port]));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('canonical spellings', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('"', "'", ' ', 'interface', 'gi', 'GE', 'mac:', '0', '1/', '.0', '-', ':', 'İ', 'e'),
        {
          maxLength: 200,
        },
      )
      .map((parts) => parts.join('')),
  );

  it('of a port is its own', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(canonicalPort(canonicalPort(text))).toBe(canonicalPort(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('of a port do not depend on how the type is abbreviated, in any family', () => {
    const families = Object.values(PORT_SPELLINGS).flatMap((types) => Object.entries(types));
    for (const [type, spellings] of families) {
      for (const spelling of spellings) {
        expect(canonicalPort(`${spelling.toUpperCase()} 1/0/7`)).toBe(canonicalPort(`${type}1/0/7`));
      }
    }
  });

  it('of an address are its own, and a target id reads as a seed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.integer({ min: 1, max: 65_535 }), (text, number) => {
        const address = canonicalAddress(text)!;
        expect(canonicalAddress(address)).toBe(address);
        const scope = makeScope({ scope: [address], exclude: [] });
        if (!scope.check(address).allowed) return;
        const seed = parseSeed(targetIdOf(address, number, 22));
        expect({ host: seed.host, port: seed.port ?? 22 }).toEqual({ host: address, port: number });
      }),
    );
  });

  it('of an identity are deterministic and safe in a key', () => {
    fc.assert(
      fc.property(hostile, hostile, (hostname, serial) => {
        const of = { facts: { hostname, serials: [serial] }, address: '10.0.0.1' };
        const { candidateId } = identityOf(of);
        expect(identityOf(of).candidateId).toBe(candidateId);
        expect(candidateId).toMatch(/^[\p{L}\p{N}._:~-]{1,201}$/u);
      }),
    );
  });

  it('a glob agrees with a regular expression of the same meaning', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 8 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(text, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 }), (glob, subject) => {
        const regex = new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(matchesGlob(glob, subject)).toBe(regex.test(subject));
      }),
    );
  });
});
