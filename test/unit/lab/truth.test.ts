import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SIZES, parseLabName, TOPOLOGIES } from '../../../lab/lab-name.ts';
import { KINDS } from '../../../lab/network/kind.ts';
import { buildNetwork } from '../../../lab/network/build-network.ts';
import { truthOf } from '../../../lab/truth.ts';

const labs = fc.record({
  topology: fc.constantFrom(...TOPOLOGIES),
  size: fc.integer({ min: 3, max: 150 }),
  seed: fc.integer({ min: 1, max: 1000 }),
});

describe('a simulated network', () => {
  test('a name without a size has the default size', () => {
    expect(TOPOLOGIES.map((name) => parseLabName(name).size)).toEqual(Object.values(DEFAULT_SIZES));
    expect(parseLabName('campus:80')).toEqual({ topology: 'campus', size: 80 });
  });

  test.each(['', 'star', 'campus:', 'campus:1', 'ring:2', 'line:2.5', 'line:x', 'line:5:6', 'line:10001'])(
    'the name "%s" is refused',
    (name) => {
      expect(() => parseLabName(name)).toThrow(RangeError);
    },
  );

  test.each([
    ['campus:x', 'a campus has 2 to 10000 devices, not "x": say how many as in campus:80'],
    ['ring:', 'a ring has 3 to 10000 devices, not ""'],
    ['line:1', 'a line has 2 to 10000 devices, not 1'],
  ])('the size of "%s" is repeated as it was given', (name, message) => {
    expect(() => parseLabName(name)).toThrow(message);
  });

  test('it is the same for the same topology, size and seed, and has the size asked for', () => {
    fc.assert(
      fc.property(labs, ({ topology, size, seed }) => {
        const once = truthOf(buildNetwork(topology, size, seed));
        expect(truthOf(buildNetwork(topology, size, seed))).toEqual(once);
        expect(once.devices).toHaveLength(size);
      }),
      { numRuns: 40 },
    );
  });

  test('names, addresses, serial numbers and MAC addresses are each of one device', () => {
    fc.assert(
      fc.property(labs, ({ topology, size, seed }) => {
        const { devices, decoys } = buildNetwork(topology, size, seed);
        for (const values of [
          devices.map(({ name }) => name),
          [...devices.flatMap(({ addresses }) => addresses), ...decoys],
          devices.flatMap(({ serials }) => serials),
          devices.flatMap(({ ports }) => ports.map(({ mac }) => mac)),
        ]) {
          expect(new Set(values).size).toBe(values.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('every end of a link is a port that no other link has, and every link is heard', () => {
    fc.assert(
      fc.property(labs, ({ topology, size, seed }) => {
        const blueprint = buildNetwork(topology, size, seed);
        const { devices, links } = truthOf(blueprint);
        const names = new Set(devices.map(({ name }) => name));
        const ends = links.flatMap(({ a, b }) => [a, b]);
        expect(new Set(ends.map(({ device, port }) => `${device} ${port}`)).size).toBe(ends.length);
        expect(ends.every(({ device }) => names.has(device))).toBe(true);
        expect(blueprint.cables.every(({ cdp, lldp }) => cdp || lldp)).toBe(true);
        expect(blueprint.cables.every(({ a, b }) => told(a) && told(b))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('every device can be reached from the first', () => {
    fc.assert(
      fc.property(labs, ({ topology, size, seed }) => {
        expect(reachable(topology, size, seed)).toBe(size);
      }),
      { numRuns: 40 },
    );
    expect(reachable('campus', 2, 1)).toBe(2);
    expect(reachable('datacenter', 2, 1)).toBe(2);
    expect(reachable('line', 2, 1)).toBe(2);
  });

  test('the default mixed network has every kind of device, each beside every other', () => {
    const { devices, links } = truthOf(buildNetwork('mixed', 30, 1));
    const kinds = new Map(devices.map(({ name, platform }) => [name, platform]));
    expect([...new Set(kinds.values())].sort()).toEqual(Object.keys(KINDS).sort());
    const pairs = links.map(({ a, b }) => [kinds.get(a.device), kinds.get(b.device)].sort().join(' '));
    const all = Object.keys(KINDS).length;
    expect(new Set(pairs).size).toBe((all * (all - 1)) / 2);
  });

  test('the default campus has 40 devices of all kinds, stacks, second addresses and parallel cables', () => {
    const { devices, links } = truthOf(buildNetwork('campus', 40, 1));
    expect(new Set(devices.map(({ platform }) => platform))).toEqual(
      new Set(['cisco_ios', 'cisco_nxos', 'linux']),
    );
    expect(devices).toHaveLength(40);
    expect(devices.filter(({ serials }) => serials.length > 1).length).toBeGreaterThan(3);
    expect(devices.filter(({ addresses }) => addresses.length > 1)).toHaveLength(6);
    const pairs = links.map(({ a, b }) => `${a.device} ${b.device}`);
    expect(pairs.length - new Set(pairs).size).toBeGreaterThan(5);
  });
});

function told(end: { device: { addresses: readonly string[] }; told: string }): boolean {
  return end.device.addresses.includes(end.told);
}

function reachable(topology: (typeof TOPOLOGIES)[number], size: number, seed: number): number {
  const { devices, links } = truthOf(buildNetwork(topology, size, seed));
  const seen = new Set(devices.slice(0, 1).map(({ name }) => name));
  for (let before = 0; before !== seen.size;) {
    before = seen.size;
    for (const { a, b } of links) {
      if (seen.has(a.device)) seen.add(b.device);
      if (seen.has(b.device)) seen.add(a.device);
    }
  }
  return seen.size;
}
