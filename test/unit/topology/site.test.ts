import { describe, expect, it } from 'vitest';
import { makeSites } from '../../../shared/topology/site.ts';

const siteOf = makeSites([
  { site: 'Berlin', addresses: ['10.20.0.0/16', '2001:db8:20::/48'] },
  { site: 'Paris', names: ['par-*', 'pa?03'] },
  { nameUpTo: '-' },
]);

describe('the site of a device', () => {
  it('is that of the first rule that fits', () => {
    expect(siteOf({ name: 'par-sw-1', addresses: ['10.20.3.4'] })).toBe('Berlin');
    expect(siteOf({ name: 'par-sw-1', addresses: ['192.0.2.1', '2001:db8:20::7'] })).toBe('Berlin');
    expect(siteOf({ name: 'PAR-SW-1.example.net', addresses: ['10.21.0.1'] })).toBe('Paris');
    expect(siteOf({ name: 'pax03', addresses: [] })).toBe('Paris');
  });

  it('is taken from the name where a rule says up to where', () => {
    expect(siteOf({ name: 'OSL-core-1.example.net', addresses: [] })).toBe('osl');
    expect(siteOf({ name: '-core', addresses: [] })).toBeNull();
  });

  it('is unknown where no rule fits', () => {
    expect(siteOf({ name: 'core1', addresses: ['10.21.0.1'] })).toBeNull();
    expect(makeSites([])({ name: 'core1', addresses: [] })).toBeNull();
  });

  it('cannot be asked of what is no CIDR', () => {
    expect(() => makeSites([{ site: 'x', addresses: ['10.0.0.0/40'] }])).toThrow(/not a CIDR/);
  });
});
