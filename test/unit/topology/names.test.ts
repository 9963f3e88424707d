import { describe, expect, it } from 'vitest';
import {
  canonicalName,
  isDefaultName,
  sameName,
  shortName,
  stripSerial,
} from '../../../shared/topology/device-name.ts';
import { identityOf } from '../../../shared/topology/identity.ts';
import { canonicalPort, isMac, macDigits } from '../../../shared/topology/port-name.ts';

describe('port names', () => {
  it.each([
    ['Gi1/0/1', 'Gig 1/0/1', 'GigabitEthernet1/0/1', 'GE1/0/1', 'gigabitethernet 1/0/1', '"Gi1/0/1"'],
    ['Te1/1', 'Ten 1/1', 'TenGigE1/1', 'Ten-GigabitEthernet1/1', 'XGE1/1', 'XGigabitEthernet1/1', '10GE1/1'],
    ['Eth1/49', 'Ethernet1/49', 'ethernet 1/49', 'Et1/49', 'Ethernet1/49 interface'],
    ['Hu0/0/0/1', 'HundredGigE0/0/0/1', '100GE0/0/0/1', 'HGE0/0/0/1'],
    ['Twe1/0/1', 'TwentyFiveGigE1/0/1', 'Twenty-FiveGigE1/0/1', '25GE1/0/1'],
    ['Po10', 'port-channel10', 'Port-channel 10'],
    ['mgmt0', 'Management0', 'Ma0'],
    ['ge-0/0/1', 'ge-0/0/1.0'],
    [
      '02:4E:57:01:03:01',
      '024e.5701.0301',
      '02 4e 57 01 03 01',
      '024e57-010301',
      '024e57010301',
      '02-4e-57-01-03-01',
    ],
  ])('%s and its spellings are one port', (...spellings) => {
    expect(new Set(spellings.map(canonicalPort)).size).toBe(1);
  });

  it.each([
    ['ge-0/0/1', 'GE0/0/1'],
    ['xe-0/0/1', 'et-0/0/1'],
    ['Gi1/0/1', 'Te1/0/1'],
    ['Gi1/0/1', 'Gi1/0/11'],
    ['ge-0/0/1.0', 'ge-0/0/1.10'],
    ['Fo1/1', 'Fou1/1'],
    ['1/1', 'Ethernet1/1'],
    ['eth1', 'eth1.100'],
  ])('%s and %s are two ports', (a, b) => expect(canonicalPort(a)).not.toBe(canonicalPort(b)));

  it('only a whole MAC address is one', () => {
    expect(isMac('02:4e:57:01:03')).toBe(false);
    expect(isMac('Gi1/0/1')).toBe(false);
    expect(macDigits('024E.5701.0301')).toBe('024e57010301');
    expect(macDigits(`mac:${'mac:'.repeat(100_000)}`)).toBeNull();
  });
});

describe('device names', () => {
  it('a serial number in brackets is not part of a name', () => {
    expect(stripSerial('dc-lf03(SAL19069XXX)')).toBe('dc-lf03');
    expect(stripSerial('dc-lf03 (SAL19069XXX)')).toBe('dc-lf03');
    expect(stripSerial('sw1(x)')).toBe('sw1(x)');
    expect(stripSerial('(SAL19069XXX)')).toBe('(SAL19069XXX)');
    expect(canonicalName(`${'('.repeat(100_000)})`).length).toBeLessThan(256);
  });

  it('a name meets its own with a domain, and not one in another domain', () => {
    expect(sameName('SW1', 'sw1.example.com')).toBe(true);
    expect(sameName('sw1.example.com.', 'sw1.example.com')).toBe(true);
    expect(sameName('sw1.a.example', 'sw1.b.example')).toBe(false);
    expect(sameName('', '')).toBe(false);
  });

  it('an address and a MAC address are not cut at their dots', () => {
    expect(shortName('10.0.0.1')).toBe('10.0.0.1');
    expect(shortName('024e.5701.0301')).toBe('024e.5701.0301');
    expect(shortName('Core-1.Example')).toBe('core-1');
  });

  it('names that devices are delivered with are known', () => {
    for (const name of ['Router', 'localhost.localdomain', 'Switch', '(none)'])
      expect(isDefaultName(name)).toBe(true);
    expect(isDefaultName('router-1')).toBe(false);
  });
});

describe('identity', () => {
  it('has the name, the serial numbers and the chassis ids, each in one spelling', () => {
    const facts = {
      hostname: 'Core-1.Example.com',
      serials: ['FOC1234X5YZ'],
      chassisIds: ['024E.5701.0301'],
    };
    expect(identityOf({ facts, promptName: 'Core-1', address: '10.0.0.1' })).toEqual({
      name: 'Core-1.Example.com',
      candidateId: 'core-1~foc1234x5yz',
      strong: ['serial:foc1234x5yz', 'chassis:024e57010301'],
      weak: ['name:core-1', 'name:core-1.example.com'],
    });
  });

  it.each([
    '0000000000',
    'N/A',
    'none',
    'unknown',
    'Not Specified',
    'To be filled by O.E.M.',
    'ffffffff',
    'abc',
    '',
    '...'.slice(3),
  ])('the serial number %j identifies nothing', (serial) => {
    const { strong } = identityOf({ facts: { serials: [serial] }, promptName: 'sw1', address: '10.0.0.1' });
    expect(strong).toEqual([]);
  });

  it.each([
    '00:00:00:00:00:00',
    'ff:ff:ff:ff:ff:ff',
    '01:80:c2:00:00:0e',
    '00:00:5e:00:01:0a',
    '0000.0c07.ac01',
    'eth0',
  ])('the chassis id %s identifies nothing', (id) => {
    const { strong } = identityOf({ facts: { chassisIds: [id] }, promptName: 'sw1', address: '10.0.0.1' });
    expect(strong).toEqual([]);
  });

  it('a device without a name of its own is known by its address', () => {
    expect(identityOf({ facts: {}, promptName: null, address: '2001:DB8::1' })).toEqual({
      name: '2001:db8::1',
      candidateId: '2001:db8::1',
      strong: [],
      weak: [],
    });
    expect(identityOf({ facts: {}, promptName: 'localhost', address: '10.0.0.1' })).toMatchObject({
      name: 'localhost',
      candidateId: '10.0.0.1',
      weak: [],
    });
  });

  it('an id holds nothing that would split a key', () => {
    const { candidateId } = identityOf({
      facts: { hostname: 'a b#c', serials: ['x/1#2\n'] },
      address: '10.0.0.1',
    });
    expect(candidateId).toBe('a-b-c~x-1-2');
  });
});
