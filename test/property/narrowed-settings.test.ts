import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrowedSettings } from '../../shared/steps/narrowed-settings.ts';
import { makeScope } from '../../shared/topology/scope.ts';

/** Addresses of a small corner, so that nets meet, hold each other and miss each other. */
const octets = fc.tuple(fc.constantFrom(10, 192), fc.nat(3), fc.nat(255), fc.nat(255));
const ipv4 = octets.map((bytes) => bytes.join('.'));
const ipv6 = fc
  .tuple(fc.nat(3), fc.nat(0xffff))
  .map(([net, host]) => `2001:db8:${net.toString(16)}::${host.toString(16)}`);
const net = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(ipv4, fc.integer({ min: 4, max: 32 })) },
  { weight: 1, arbitrary: fc.tuple(ipv6, fc.integer({ min: 32, max: 128 })) },
);
const cidr = net.map(([address, bits]) => `${address}/${bits}`);
const globs = fc.subarray(['core-*', 'dist-*', 'acc-?'], { minLength: 0 });
const limits = fc.record({
  concurrency: fc.integer({ min: 1, max: 1000 }),
  probeTimeoutSeconds: fc.integer({ min: 1, max: 30 }),
  maxDepth: fc.option(fc.nat(20)),
  exclude: fc.array(cidr, { maxLength: 3 }),
  leaks: fc.record({ coolDown: fc.nat(30), abort: fc.nat(30) }),
  lines: fc.record({ retries: fc.nat(5), retryAfterSeconds: fc.integer({ min: 1, max: 3600 }) }),
  auth: fc.record({
    failuresInARow: fc.integer({ min: 1, max: 9 }),
    pauseSeconds: fc.integer({ min: 1, max: 3600 }),
  }),
  filters: fc.record({ includeNames: globs, excludeNames: globs, excludePlatforms: globs }),
  reclaim: fc.boolean(),
});
const LIMITS = [
  'concurrency',
  'probeTimeoutSeconds',
  'maxDepth',
  'exclude',
  'leaks',
  'lines',
  'auth',
  'filters',
  'reclaim',
] as const;
const scope = fc.array(cidr, { minLength: 1, maxLength: 4 });
const deployed = fc
  .tuple(limits, scope)
  .map(([rest, nets]) => ({ ...rest, scope: nets, network: 'campus', seeds: ['10.0.0.1'] }));
/** What an execution says: any part of it, with nets of its own or cut out of those that are deployed. */
const asked = fc
  .tuple(limits, scope, fc.subarray([...LIMITS, 'scope'] as const))
  .map(([rest, nets, said]): Partial<typeof rest & { scope: string[] }> => {
    const all = { ...rest, scope: nets };
    return Object.fromEntries(said.map((key) => [key, all[key]]));
  });

/** Node's own idea of what a CIDR holds. */
function blocks(cidrs: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  const familyOf = (text: string) => (text.includes(':') ? 'ipv6' : 'ipv4');
  for (const text of cidrs) {
    const [address = '', bits = '32'] = text.split('/');
    list.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => list.check(address, familyOf(address));
}

const narrow = (input: object, bounds: object) => {
  try {
    return narrowedSettings({ ...input }, { ...bounds });
  } catch {
    return null;
  }
};

describe('an execution over deployed settings', () => {
  test('dials no address that the deployment would not, whatever it asks for', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        deployed,
        asked,
        fc.array(fc.oneof(ipv4, ipv6), { minLength: 20, maxLength: 40 }),
        fc.nat(3),
        (bounds, input, addresses, cut) => {
          // Half of them ask for one net of those that are deployed, or for a part of it.
          const [address = '', bits = '32'] = (bounds.scope[cut] ?? '').split('/');
          const smaller = Math.min(Number(bits) + cut, address.includes(':') ? 128 : 32);
          const said = address === '' ? input : { ...input, scope: [`${address}/${smaller}`] };
          const settings = narrow(said, bounds);
          if (settings === null) return;
          accepted += 1;
          const may = makeScope(settings);
          const inside = blocks(bounds.scope);
          const outside = blocks(bounds.exclude);
          for (const each of addresses) {
            if (may.check(each).allowed)
              expect([each, inside(each), outside(each)]).toEqual([each, true, false]);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  test('raises no limit, drops no exclusion and turns nothing on', () => {
    fc.assert(
      fc.property(deployed, asked, (bounds, { scope: _own, ...input }) => {
        const settings = narrow(input, bounds);
        if (settings === null) return;
        const most = (value: number | null): number => value ?? Infinity;
        expect(settings.concurrency).toBeLessThanOrEqual(bounds.concurrency);
        expect(settings.probeTimeoutSeconds).toBeLessThanOrEqual(bounds.probeTimeoutSeconds);
        expect(most(settings.maxDepth)).toBeLessThanOrEqual(most(bounds.maxDepth));
        expect(settings.exclude).toEqual(expect.arrayContaining(bounds.exclude));
        expect(settings.leaks.abort).toBeLessThanOrEqual(bounds.leaks.abort);
        expect(settings.leaks.coolDown).toBeLessThanOrEqual(bounds.leaks.coolDown);
        expect(settings.lines.retries).toBeLessThanOrEqual(bounds.lines.retries);
        expect(settings.lines.retryAfterSeconds).toBeGreaterThanOrEqual(bounds.lines.retryAfterSeconds);
        expect(settings.auth.failuresInARow).toBeLessThanOrEqual(bounds.auth.failuresInARow);
        expect(settings.auth.pauseSeconds).toBeGreaterThanOrEqual(bounds.auth.pauseSeconds);
        expect(settings.filters.excludeNames).toEqual(expect.arrayContaining(bounds.filters.excludeNames));
        expect(settings.filters.excludePlatforms).toEqual(
          expect.arrayContaining(bounds.filters.excludePlatforms),
        );
        if (bounds.filters.includeNames.length > 0) {
          expect(settings.filters.includeNames.length).toBeGreaterThan(0);
          expect(bounds.filters.includeNames).toEqual(
            expect.arrayContaining([...settings.filters.includeNames]),
          );
        }
        if (!bounds.reclaim) expect(settings.reclaim).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [{ scope: ['10.0.0.0/7'] }, 'scope 10.0.0.0/7 is wider than what is deployed (10.0.0.0/8)'],
    [{ network: 'other' }, 'this deployment walks the network "campus", not "other"'],
    [{ port: 2222 }, 'port 2222 is not the port that is deployed (22)'],
    [{ seeds: ['10.0.0.1:8022'] }, 'port 8022 is not the port that is deployed (22)'],
    [
      { filters: { includeNames: ['*'] } },
      'the name filter "*" is not one of those that are deployed (core-*)',
    ],
  ])('is refused with %j, and told why', (input, message) => {
    const bounds = {
      network: 'campus',
      scope: ['10.0.0.0/8'],
      seeds: ['10.0.0.1'],
      filters: { includeNames: ['core-*'] },
    };
    expect(() => narrowedSettings(input, bounds)).toThrow(message);
  });
});
