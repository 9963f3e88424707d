import { describe, expect, it } from 'vitest';
import { checkFilters } from '../../../shared/topology/filters.ts';
import { matchesGlob } from '../../../shared/topology/glob.ts';
import { makeScope } from '../../../shared/topology/scope.ts';

describe('the scope', () => {
  const scope = makeScope({ scope: ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'], exclude: ['10.9.0.0/16'] });

  it.each([
    ['11.0.0.1', '11.0.0.1 is outside the scope (10.0.0.0/8, 2001:db8::/32, 192.0.2.7).'],
    ['192.0.2.8', '192.0.2.8 is outside the scope (10.0.0.0/8, 2001:db8::/32, 192.0.2.7).'],
    ['2001:db9::1', '2001:db9::1 is outside the scope (10.0.0.0/8, 2001:db8::/32, 192.0.2.7).'],
    ['10.9.1.1', '10.9.1.1 is excluded by 10.9.0.0/16.'],
    ['::ffff:10.9.1.1', '10.9.1.1 is excluded by 10.9.0.0/16.'],
    ['127.0.0.1', '127.0.0.1 is outside the scope (10.0.0.0/8, 2001:db8::/32, 192.0.2.7).'],
    ['core-1', '"core-1" is not an IP address.'],
  ])('%s may not be dialled, and the reason says why', (address, reason) =>
    expect(scope.check(address)).toEqual({ allowed: false, reason }),
  );

  it.each(['10.8.0.1', '10.255.255.255', '::ffff:10.1.1.1', '2001:db8:ffff::1', '192.0.2.7'])(
    '%s may be dialled',
    (address) => expect(scope.check(address)).toEqual({ allowed: true }),
  );

  it('an empty scope allows nothing', () => {
    expect(makeScope({ scope: [], exclude: [] }).check('10.0.0.1')).toEqual({
      allowed: false,
      reason: '10.0.0.1 is outside the scope, which is empty.',
    });
  });

  it('the widest scope does not hold link-local and multicast addresses', () => {
    const all = makeScope({ scope: ['0.0.0.0/0', '::/0'], exclude: [] });
    for (const address of ['169.254.0.1', 'fe80::1', '224.0.0.1']) {
      expect(all.check(address)).toEqual({
        allowed: false,
        reason: `${address} is not an address that a session can be opened to.`,
      });
    }
    expect(all.check('127.0.0.1')).toEqual({ allowed: true });
  });

  it('a long scope is named in part', () => {
    const cidrs = Array.from({ length: 9 }, (_, n) => `10.${n}.0.0/16`);
    const verdict = makeScope({ scope: cidrs, exclude: [] }).check('11.0.0.1');
    expect(verdict.allowed ? '' : verdict.reason).toContain('10.4.0.0/16 and 4 more).');
  });

  it.each(['10.0.0.0/33', '10.0.0/8', '2001:db8::/129', '10.0.0.0/', '10.0.0.0/-1', '', 'core-1'])(
    '%j is refused as a CIDR',
    (text) => {
      expect(() => makeScope({ scope: [text], exclude: [] })).toThrow(
        `${JSON.stringify(text)} is not a CIDR.`,
      );
    },
  );
});

describe('filters', () => {
  const none = { includeNames: [], excludeNames: [], excludePlatforms: [] };
  const neighbor = { name: 'Core-1.Example.com', platform: 'cisco N9K-C93180', description: 'NX-OS 10.2' };

  it('an excluded name is compared without case, with and without its domain', () => {
    for (const glob of ['core-?', 'CORE-1.example.com', '*-1']) {
      expect(checkFilters({ ...none, excludeNames: [glob] }, neighbor)).toEqual({
        skip: 'name-filter',
        reason: `core-1.example.com matches the excluded name ${glob}.`,
      });
    }
    expect(checkFilters({ ...none, excludeNames: ['core', 'ore-1'] }, neighbor)).toBeNull();
  });

  it('where names are included, others and nameless neighbors are kept out', () => {
    const filters = { ...none, includeNames: ['dc-*'] };
    expect(checkFilters(filters, neighbor)?.reason).toBe(
      'core-1.example.com matches none of the included names (dc-*).',
    );
    expect(checkFilters(filters, { name: null })?.skip).toBe('name-filter');
    expect(checkFilters(filters, { name: 'dc-lf03(SAL19069XXX)' })).toBeNull();
  });

  it('an excluded platform is compared with the platform and with the description', () => {
    expect(checkFilters({ ...none, excludePlatforms: ['*n9k*'] }, neighbor)?.skip).toBe('platform-filter');
    expect(checkFilters({ ...none, excludePlatforms: ['nx-os*'] }, neighbor)?.skip).toBe('platform-filter');
    expect(checkFilters({ ...none, excludePlatforms: ['*phone*'] }, neighbor)).toBeNull();
  });

  it('a glob of many stars ends at once', () => {
    expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(100_000))).toBe(false);
    expect(matchesGlob('a*b?d', 'AxxbCd')).toBe(true);
    expect(matchesGlob('', '')).toBe(true);
    expect(matchesGlob('*', '')).toBe(true);
    expect(matchesGlob('?', '')).toBe(false);
  });
});
