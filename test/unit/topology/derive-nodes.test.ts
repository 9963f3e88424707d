import { describe, expect, it } from 'vitest';
import { deriveTopology } from '../../../shared/topology/derive-topology.ts';
import { topologyJson } from '../../../shared/topology/to-json.ts';
import { cdp, device, links, lldp, nodes, port } from './observed.ts';

const MAC_A = '02:00:00:00:00:0a';
const MAC_B = '02:00:00:00:00:0b';

describe('which device a neighbor entry speaks of', () => {
  it('a contradiction of name and address makes a stub under the name, not a wrong link', () => {
    const devices = [device('sw1'), device('sw2', { addresses: ['10.0.0.2'] }), device('sw3')];
    const told = [cdp('sw1', 'Gi0/1', 'sw3', 'Gi0/9', { managementAddresses: ['10.0.0.2'] })];
    expect(links(devices, told)).toEqual(['stub:sw3 Gi0/9 -- sw1 Gi0/1 one-sided cdp']);
  });

  it('name and chassis id that agree beat an address that does not', () => {
    const devices = [
      device('sw1'),
      device('sw2', { addresses: ['10.0.0.2'] }),
      device('sw3', { chassisIds: [MAC_A] }),
    ];
    const told = [
      lldp('sw1', 'Gi0/1', 'sw3', 'Gi0/9', { managementAddresses: ['10.0.0.2'], chassisId: MAC_A }),
    ];
    expect(links(devices, told)).toEqual(['sw1 Gi0/1 -- sw3 Gi0/9 one-sided lldp']);
  });

  it('an address alone does not turn a neighbor with another name into the device that has the address', () => {
    const devices = [device('sw1'), device('sw2', { addresses: ['192.168.1.1'] })];
    const told = [cdp('sw1', 'Gi0/1', 'camera-7', 'eth0', { managementAddresses: ['192.168.1.1'] })];
    expect(nodes(devices, told)).toEqual(['stub:camera-7 not visited', 'sw1', 'sw2']);
  });

  it('an address decides where the entry names nobody', () => {
    const devices = [device('sw1'), device('sw2', { addresses: ['2001:db8::2'] })];
    const told = [lldp('sw1', 'Gi0/1', null, 'Gi0/2', { managementAddresses: ['2001:DB8:0::2'] })];
    expect(nodes(devices, told)).toEqual(['sw1', 'sw2']);
  });

  it('an address that two devices share decides nothing, and the name does', () => {
    const vip = { addresses: ['10.0.0.1'] };
    const devices = [device('sw1'), device('core-1', vip), device('core-2', vip)];
    const told = [cdp('sw1', 'Gi0/1', 'core-2', 'Gi0/9', { managementAddresses: ['10.0.0.1'] })];
    expect(links(devices, told)).toEqual(['core-2 Gi0/9 -- sw1 Gi0/1 one-sided cdp']);
  });

  it('of several devices called Router the chassis id tells which it is', () => {
    const devices = [
      device('sw1'),
      device('r-a', { name: 'Router', chassisIds: [MAC_A] }),
      device('r-b', { name: 'Router', chassisIds: [MAC_B] }),
    ];
    const told = [lldp('sw1', 'Gi0/1', 'Router', 'Gi0/2', { chassisId: '0200.0000.000b' })];
    expect(links(devices, told)).toEqual(['r-b Gi0/2 -- sw1 Gi0/1 one-sided lldp']);
  });

  it('of several devices called Router the one that sees us on that port is meant', () => {
    const devices = [device('sw1'), device('r-a', { name: 'Router' }), device('r-b', { name: 'Router' })];
    const told = [cdp('sw1', 'Gi0/1', 'Router', 'Gi0/2'), cdp('r-b', 'Gi0/2', 'sw1', 'Gi0/1')];
    expect(links(devices, told)).toEqual(['r-b Gi0/2 -- sw1 Gi0/1 confirmed cdp']);
  });

  it('two devices called Switch that are cabled to each other are not a loop', () => {
    const devices = [
      device('s-a', { name: 'Switch', chassisIds: [MAC_A] }),
      device('s-b', { name: 'Switch', chassisIds: [MAC_B] }),
    ];
    const told = [
      lldp('s-a', 'Gi0/1', 'Switch', 'Gi0/2', { chassisId: MAC_B }),
      lldp('s-b', 'Gi0/2', 'Switch', 'Gi0/1', { chassisId: MAC_A }),
    ];
    expect(links(devices, told)).toEqual(['s-a Gi0/1 -- s-b Gi0/2 confirmed lldp']);
  });

  it('a visited Switch is not an unvisited Switch with another chassis id', () => {
    const devices = [device('s-a', { name: 'Switch', chassisIds: [MAC_A] })];
    const told = [lldp('s-a', 'Gi0/1', 'Switch', 'Gi0/2', { chassisId: MAC_B })];
    expect(nodes(devices, told)).toEqual(['s-a', 'stub:02000000000b not visited']);
  });

  it('unvisited neighbors called localhost are one each for every port', () => {
    const told = [cdp('sw1', 'Gi0/1', 'localhost', 'eth0'), cdp('sw1', 'Gi0/2', 'localhost', 'eth0')];
    expect(nodes([device('sw1')], told)).toHaveLength(3);
  });

  it('a name with a domain and without one are one device, in two domains they are two', () => {
    const devices = [device('sw1'), device('sw2', { name: 'sw2.a.example' })];
    const told = [
      cdp('sw1', 'Gi0/1', 'SW2(FOC1234X5YZ)', 'Gi0/1'),
      cdp('sw1', 'Gi0/2', 'sw2.b.example', 'Gi0/1'),
    ];
    expect(nodes(devices, told)).toEqual(['stub:sw2.b.example not visited', 'sw1', 'sw2']);
  });

  it('a chassis id that is the MAC address of a port finds the device', () => {
    const devices = [device('sw1'), device('nx', { ports: [port('Ethernet1/1', { mac: MAC_A })] })];
    const told = [lldp('sw1', 'Gi0/1', null, 'Eth1/1', { chassisId: MAC_A })];
    expect(links(devices, told)).toEqual(['nx Ethernet1/1 -- sw1 Gi0/1 one-sided lldp']);
  });

  it('entries that share a name, a chassis id or an address are one stub', () => {
    const devices = [device('sw1'), device('sw2')];
    const told = [
      cdp('sw1', 'Gi0/1', 'ap-1.example', 'Gi0', { managementAddresses: ['10.0.0.9'] }),
      lldp('sw1', 'Gi0/1', 'AP-1', 'Gi0', { chassisId: MAC_A }),
      lldp('sw2', 'Gi0/4', null, 'Gi1', { chassisId: MAC_A }),
      lldp('sw2', 'Gi0/5', null, 'Gi2', { managementAddresses: ['10.0.0.9'] }),
    ];
    expect(nodes(devices, told)).toHaveLength(3);
  });

  it('one address does not make one stub of two names', () => {
    const shared = { managementAddresses: ['192.168.1.1'] };
    const told = [cdp('sw1', 'Gi0/1', 'ap-1', 'Gi0', shared), cdp('sw1', 'Gi0/2', 'ap-2', 'Gi0', shared)];
    expect(nodes([device('sw1')], told)).toHaveLength(3);
  });

  it('a CDP id that is a MAC address and the LLDP entry beside it are one neighbor', () => {
    const told = [
      cdp('sw1', 'Gi0/1', '020000-00000a', '7'),
      lldp('sw1', 'Gi0/1', 'procurve', '7', { chassisId: MAC_A }),
    ];
    expect(links([device('sw1')], told)).toEqual(['stub:procurve 7 -- sw1 Gi0/1 one-sided cdp+lldp']);
  });

  it('a stub is the device once that is visited', () => {
    const told = [cdp('sw1', 'Gi0/1', 'sw2', 'Gi0/2')];
    expect(nodes([device('sw1')], told)).toEqual(['stub:sw2 not visited', 'sw1']);
    expect(nodes([device('sw1'), device('sw2')], told)).toEqual(['sw1', 'sw2']);
  });

  it('entries of a device that is not there are left out', () => {
    expect(nodes([device('sw1')], [cdp('gone', 'Gi0/1', 'sw9', 'Gi0/2')])).toEqual(['sw1']);
  });

  it('the JSON of a map names devices and ports and keeps ids beside them', () => {
    const map = deriveTopology({
      devices: [device('sw1')],
      neighbors: [cdp('sw1', 'Gi0/1', 'Sw2', 'Gi0/2', { platform: 'WS-C2960' })],
    });
    expect(topologyJson(map)).toEqual({
      devices: [
        {
          id: 'stub:sw2',
          name: 'Sw2',
          platform: null,
          vendor: null,
          model: 'WS-C2960',
          osVersion: null,
          serials: [],
          addresses: [],
          visited: false,
        },
        {
          id: 'sw1',
          name: 'sw1',
          platform: 'arista_eos',
          vendor: null,
          model: null,
          osVersion: null,
          serials: [],
          addresses: [],
          visited: true,
        },
      ],
      links: [
        {
          a: { device: 'Sw2', port: 'Gi0/2', id: 'stub:sw2' },
          b: { device: 'sw1', port: 'Gi0/1', id: 'sw1' },
          status: 'one-sided',
          protocols: ['cdp'],
        },
      ],
    });
  });
});
