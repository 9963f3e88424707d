import { describe, expect, it } from 'vitest';
import { cdp, device, links, lldp, port } from './observed.ts';

const MAC = (last: number): string => `02:00:00:00:00:${last.toString(16).padStart(2, '0')}`;
const two = [device('sw1'), device('sw2')];

describe('the ports of a link', () => {
  it('an abbreviated port and its full name are one port, shown in the fullest form that its device printed or sent', () => {
    const told = [
      cdp('sw1', 'Gig 1/0/1', 'sw2', 'Ten 1/1/1'),
      lldp('sw1', 'GigabitEthernet1/0/1', 'sw2', 'Te1/1/1'),
      lldp('sw2', 'Te1/1/1', 'sw1', 'Gi1/0/1'),
    ];
    expect(links(two, told)).toEqual(['sw1 GigabitEthernet1/0/1 -- sw2 Te1/1/1 confirmed cdp+lldp']);
  });

  it('a MAC port id is the port that has the address', () => {
    const devices = [
      device('sw1'),
      device('h1', { ports: [port('eth1', { mac: MAC(1) }), port('eth2', { mac: MAC(2) })] }),
    ];
    const told = [lldp('sw1', 'Gi0/1', 'h1', MAC(2))];
    expect(links(devices, told)).toEqual(['h1 eth2 -- sw1 Gi0/1 one-sided lldp']);
  });

  it('of several ports with one MAC address the description tells which it is', () => {
    const ports = ['br0', 'eth1', 'eth2'].map((name) => port(name, { mac: MAC(1) }));
    const told = [lldp('sw1', 'Gi0/1', 'h1', MAC(1), { remotePortDescription: 'eth2' })];
    expect(links([device('sw1'), device('h1', { ports })], told)).toEqual([
      'h1 eth2 -- sw1 Gi0/1 one-sided lldp',
    ]);
  });

  it('a description that names a port whose address is another loses against the MAC address', () => {
    const ports = [port('eth1', { mac: MAC(1) }), port('eth2', { mac: MAC(2) })];
    const told = [lldp('sw1', 'Gi0/1', 'h1', MAC(1), { remotePortDescription: 'eth2' })];
    expect(links([device('sw1'), device('h1', { ports })], told)).toEqual([
      'h1 eth1 -- sw1 Gi0/1 one-sided lldp',
    ]);
  });

  it('a MAC port id that no port has is settled by what the other end says', () => {
    const told = [
      lldp('sw1', 'Gi0/1', 'h1', MAC(1)),
      lldp('h1', 'eth1', 'sw1', 'Gi0/1'),
      lldp('h1', 'eth2', 'sw1', 'Gi0/2'),
    ];
    expect(links([device('sw1'), device('h1')], told)).toEqual([
      'h1 eth1 -- sw1 Gi0/1 confirmed lldp',
      'h1 eth2 -- sw1 Gi0/2 one-sided lldp',
    ]);
  });

  it('two hosts that tell only MAC addresses and see each other on one port are linked there', () => {
    const told = [lldp('h1', 'eth1', 'h2', MAC(2)), lldp('h2', 'eth7', 'h1', MAC(1))];
    expect(links([device('h1'), device('h2')], told)).toEqual(['h1 eth1 -- h2 eth7 confirmed lldp']);
  });

  it('a port number stands for the port that its description names', () => {
    const devices = [device('sw1'), device('mx', { ports: [port('ge-0/0/1'), port('ge-0/0/2')] })];
    const told = [lldp('sw1', 'Gi0/1', 'mx', '513', { remotePortDescription: 'ge-0/0/2' })];
    expect(links(devices, told)).toEqual(['mx ge-0/0/2 -- sw1 Gi0/1 one-sided lldp']);
  });

  it('a port that its description names is not shown as its port id', () => {
    const devices = [device('sw1'), device('sw2', { ports: [port('Gi0/1')] })];
    const told = [lldp('sw1', 'Gi0/1', 'sw2', 'slot0port1', { remotePortDescription: 'Gi0/1' })];
    expect(links(devices, told)).toEqual(['sw1 Gi0/1 -- sw2 Gi0/1 one-sided lldp']);
  });

  it('a description that somebody typed does not overrule the name of a port', () => {
    const devices = [device('sw1'), device('sw2', { ports: [port('Gi0/1'), port('Gi0/2')] })];
    const told = [lldp('sw1', 'Gi0/5', 'sw2', 'Gi0/1', { remotePortDescription: 'Gi0/2' })];
    expect(links(devices, told)).toEqual(['sw1 Gi0/5 -- sw2 Gi0/1 one-sided lldp']);
  });

  it('a missing local port comes from the CDP entry about the same port', () => {
    const told = [
      cdp('sw1', 'Gi0/1', 'x', 'Gi9'),
      cdp('sw1', 'Gi0/2', 'x', 'Gi8'),
      lldp('sw1', null, 'x', 'Gi8'),
    ];
    expect(links([device('sw1')], told)).toEqual([
      'stub:x Gi8 -- sw1 Gi0/2 one-sided cdp+lldp',
      'stub:x Gi9 -- sw1 Gi0/1 one-sided cdp',
    ]);
  });

  it('a missing local port comes from the other end, else it stays unknown', () => {
    const told = [
      lldp('sw1', null, 'sw2', 'Gi0/2'),
      lldp('sw1', null, 'sw2', 'Gi0/4'),
      lldp('sw2', 'Gi0/2', 'sw1', 'Gi0/1'),
    ];
    expect(links(two, told)).toEqual([
      'sw1 ? -- sw2 Gi0/4 one-sided lldp',
      'sw1 Gi0/1 -- sw2 Gi0/2 confirmed lldp',
    ]);
  });
});

describe('the status of a link', () => {
  it('is one-sided when the other end was not visited, or says nothing about its port', () => {
    expect(links([device('sw1')], [cdp('sw1', 'Gi0/1', 'sw2', 'Gi0/2')])).toEqual([
      'stub:sw2 Gi0/2 -- sw1 Gi0/1 one-sided cdp',
    ]);
    expect(links(two, [cdp('sw1', 'Gi0/1', 'sw2', 'Gi0/2'), cdp('sw2', 'Gi0/3', 'sw9', 'Gi0/1')])).toContain(
      'sw1 Gi0/1 -- sw2 Gi0/2 one-sided cdp',
    );
  });

  it('is conflicting when the other end says that only somebody else is behind its port', () => {
    const told = [cdp('sw1', 'Gi0/1', 'sw2', 'Gi0/2'), cdp('sw2', 'Gi0/2', 'sw9', 'Gi0/1')];
    expect(links(two, told)).toContain('sw1 Gi0/1 -- sw2 Gi0/2 conflicting cdp');
  });

  it('is conflicting when the two ends disagree about a port', () => {
    const told = [
      cdp('sw1', 'Gi0/1', 'sw2', 'Gi0/2'),
      cdp('sw2', 'Gi0/2', 'sw1', 'Gi0/7'),
      cdp('sw1', 'Gi0/7', 'sw8', 'Gi0/1'),
    ];
    expect(links(two, told).filter((text) => text.endsWith('conflicting cdp'))).toHaveLength(2);
  });

  it('is confirmed for every mutual pair behind a hub', () => {
    const devices = ['sw1', 'sw2', 'sw3'].map((name) => device(name));
    const told = devices.flatMap(({ name }) =>
      devices.filter((other) => other.name !== name).map((other) => cdp(name, 'Gi0/1', other.name, 'Gi0/1')),
    );
    expect(links(devices, told).map((text) => text.split(' ').at(-2))).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
    ]);
  });

  it('parallel cables are separate links, and CDP and LLDP of one cable are one', () => {
    const told = [1, 2].flatMap((n) => [
      cdp('sw1', `Gi0/${n}`, 'sw2', `Gi0/${n}`),
      lldp('sw1', `Gi0/${n}`, 'sw2', `Gi0/${n}`),
      cdp('sw2', `Gi0/${n}`, 'sw1', `Gi0/${n}`),
    ]);
    expect(links(two, told)).toEqual([
      'sw1 Gi0/1 -- sw2 Gi0/1 confirmed cdp+lldp',
      'sw1 Gi0/2 -- sw2 Gi0/2 confirmed cdp+lldp',
    ]);
  });

  it('a loop cable links two ports of one device', () => {
    const told = [cdp('sw1', 'Gi0/1', 'sw1', 'Gi0/2'), cdp('sw1', 'Gi0/2', 'sw1', 'Gi0/1')];
    expect(links([device('sw1')], told)).toEqual(['sw1 Gi0/1 -- sw1 Gi0/2 confirmed cdp']);
  });

  it('CDP and LLDP that name the port of an unvisited neighbor differently are one link', () => {
    const told = [
      cdp('sw1', 'Gi0/1', 'h1', 'eth1'),
      lldp('sw1', 'Gi0/1', 'h1', MAC(1), { remotePortDescription: 'eth1' }),
      cdp('sw1', 'Gi0/2', 'h2', 'eth1'),
      lldp('sw1', 'Gi0/2', 'h2', MAC(2)),
    ];
    expect(links([device('sw1')], told)).toEqual([
      'stub:h1 eth1 -- sw1 Gi0/1 one-sided cdp+lldp',
      'stub:h2 eth1 -- sw1 Gi0/2 one-sided cdp+lldp',
    ]);
  });
});
