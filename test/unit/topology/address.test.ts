import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../shared/errors.ts';
import { canonicalAddress, isDialable, parseSeed, targetIdOf } from '../../../shared/topology/address.ts';

describe('addresses', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    [' 2001:DB8:0:0:0:0:0:1 ', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['fe80::1%eth0', 'fe80::1'],
  ])('%s is spelled %s', (text, spelled) => expect(canonicalAddress(text)).toBe(spelled));

  it.each([
    '',
    '10.1',
    '010.0.0.1',
    '0x0a000001',
    '10.0.0.256',
    '10.0.0.1/8',
    'x',
    '1:2',
    ':::',
    '1'.repeat(999),
  ])('%j is not an address', (text) => expect(canonicalAddress(text)).toBeNull());

  it.each([
    '0.0.0.0',
    '::',
    '224.0.0.5',
    'ff02::1',
    '169.254.1.1',
    'fe80::1',
    '255.255.255.255',
    '240.0.0.1',
    'sw1',
  ])('no session can be opened to %s', (address) => expect(isDialable(address)).toBe(false));

  it.each(['10.0.0.1', '192.0.2.1', '127.0.0.1', '::1', '2001:db8::1', '100.64.0.1'])(
    'a session can be opened to %s',
    (address) => expect(isDialable(address)).toBe(true),
  );
});

describe('seeds', () => {
  it.each([
    ['10.0.0.1', { host: '10.0.0.1', port: null, isAddress: true }],
    ['10.0.0.1:2222', { host: '10.0.0.1', port: 2222, isAddress: true }],
    ['2001:db8::0001', { host: '2001:db8::1', port: null, isAddress: true }],
    ['[2001:db8::1]:22', { host: '2001:db8::1', port: 22, isAddress: true }],
    ['[2001:db8::1]', { host: '2001:db8::1', port: null, isAddress: true }],
    ['Core-1.Example.', { host: 'core-1.example', port: null, isAddress: false }],
    ['core-1:22', { host: 'core-1', port: 22, isAddress: false }],
  ])('%s is read', (text, seed) => expect(parseSeed(text)).toEqual(seed));

  it.each([
    ['10.0.0.0/8', 'a network is not a seed: give it as scope (--scope)'],
    ['ops@core-1', 'the user is given apart (--username)'],
    ['ssh://core-1', 'it is a URL'],
    ['10.0.0.300', 'it is not a valid IPv4 address'],
    ['core-1:0', 'a port is a number from 1 to 65535'],
    ['core-1:65536', 'a port is a number from 1 to 65535'],
    ['1:2:3', 'it is not an IPv6 address; a port behind one needs brackets, as in [2001:db8::1]:22'],
    ['[10.0.0.1]:22', 'there is no IPv6 address between the brackets'],
    ['[::1', 'there is no IPv6 address between the brackets'],
    ['[2001:db8::1]22', 'only a port may follow the brackets'],
    ['fe80::1%eth0', 'no session can be opened to a link-local, multicast, broadcast or unspecified address'],
    [' ', 'there is no host'],
    ['core 1', 'it is neither an address nor a host name'],
  ])('%j is refused with the reason', (text, why) => {
    const message = `The seed ${JSON.stringify(text)} cannot be used: ${why}. A seed is HOST, HOST:PORT or [IPV6]:PORT.`;
    expect(() => parseSeed(text)).toThrow(new UsageError(message));
  });

  it('a target id has the port only where it is not the run’s own', () => {
    expect(targetIdOf('10.0.0.1', 22, 22)).toBe('10.0.0.1');
    expect(targetIdOf('10.0.0.1', 2222, 22)).toBe('10.0.0.1:2222');
    expect(targetIdOf('2001:db8::1', 22, 22)).toBe('2001:db8::1');
    expect(targetIdOf('2001:db8::1', 2222, 22)).toBe('[2001:db8::1]:2222');
  });
});
