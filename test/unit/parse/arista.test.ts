import { describe, expect, it } from 'vitest';
import { parseAristaInventory } from '../../../shared/parse/arista-inventory.ts';
import { parseAristaLldpBrief } from '../../../shared/parse/arista-lldp-brief.ts';
import { parseAristaLldpDetail } from '../../../shared/parse/arista-lldp-detail.ts';
import { parseAristaVersion } from '../../../shared/parse/arista-version.ts';
import { isReadable, parseOutput } from '../../../shared/steps/parse-output.ts';
import { fixture } from './fixture.ts';

describe('EOS', () => {
  it('tells the port id of a neighbor from that of its aggregation and from its description', () => {
    expect(parseAristaLldpDetail(fixture('eos-lldp-detail.txt'))).toMatchObject([
      {
        protocol: 'lldp',
        localPort: 'Ethernet1',
        remoteName: 'spine-1.lab.example',
        remotePort: 'Ethernet3/1',
        managementAddresses: ['192.0.2.1', '2001:db8::1'],
        chassisId: '0000.5e00.5301',
        capabilities: ['Bridge', 'Router'],
        remotePortDescription: 'to leaf-1',
        remoteDescription: 'Cisco IOS Software\n- Port ID type: x\nPort ID : Gi9/9',
      },
      {
        localPort: 'Ethernet1',
        remoteName: null,
        remotePort: '0000.5e00.5302',
        capabilities: ['Station Only'],
      },
    ]);
  });

  it('reads a listing with squeezed blanks and a name that is longer than its column', () => {
    const header = 'Port       Neighbor Device ID             Neighbor Port ID           TTL\n';
    const rows =
      'Et1 leaf-1 Ethernet49/1 120\nMa1/1      a-very-long-name-indeed-01.lab.example Ethernet2                  120\n';
    expect(parseAristaLldpBrief(header + rows)).toMatchObject([
      { localPort: 'Et1', remoteName: 'leaf-1', remotePort: 'Ethernet49/1' },
      { localPort: 'Ma1/1', remoteName: 'a-very-long-name-indeed-01.lab.example', remotePort: 'Ethernet2' },
    ]);
  });

  it('states no serial number for a virtual one', () => {
    const text =
      'Arista vEOS\nHardware version:    \nSerial number:       \nSystem MAC address:  0000.5e00.5301\n\n' +
      'Software image version: 4.20.1F-lab (engineering build)\n\nUptime:                 1 week, 2 hours and 5 minutes\n';
    expect(parseAristaVersion(text)).toEqual({
      vendor: 'Arista',
      model: 'vEOS',
      osVersion: '4.20.1F-lab',
      uptimeSeconds: 604_800 + 7200 + 300,
      chassisIds: ['0000.5e00.5301'],
    });
  });

  it('reads the system of an inventory, aligned or squeezed, with a hardware version or without', () => {
    const head =
      'System information\n    Model                    Description\n    ------------------------ ----------\n';
    const hardware =
      '    HW Version  Serial Number  Mfg Date   Epoch\n    ----------- -------------- ---------- -----\n';
    const inventory = (model: string, serial: string): string =>
      `${head}${model}\n${hardware}${serial}\nSystem has 2 power supply slots\n`;
    const expected = { model: 'DCS-7050SX', serials: ['JPE00000001'] };
    for (const serial of [
      '    02.00       JPE00000001    2013-03-27 01.00',
      '02.00 JPE00000001 2013-03-27',
      '                JPE00000001',
    ]) {
      expect(parseAristaInventory(inventory('    DCS-7050SX               48 port', serial))).toEqual(
        expected,
      );
    }
  });

  it('reads JSON, and knows what is none', () => {
    const command = 'show lldp neighbors detail | json';
    const json = JSON.stringify({
      lldpNeighbors: {
        Ethernet1: {
          lldpNeighborInfo: [
            {
              chassisId: '0000.5e00.5301',
              systemName: 'spine-1',
              systemDescription: 'Arista Networks EOS',
              systemCapabilities: { bridge: true, router: false },
              managementAddresses: [{ address: '192.0.2.1' }, { address: '0000.5e00.5301' }],
              neighborInterfaceInfo: { interfaceId: '"Ethernet2"', interfaceDescription: 'uplink' },
            },
          ],
        },
        Ethernet2: { lldpNeighborInfo: [] },
      },
    });
    expect(parseOutput('arista_eos', command, `sw#${command}\n${json}\n`)).toEqual({
      neighbors: [
        {
          protocol: 'lldp',
          localPort: 'Ethernet1',
          remoteName: 'spine-1',
          remotePort: 'Ethernet2',
          managementAddresses: ['192.0.2.1'],
          chassisId: '0000.5e00.5301',
          platform: null,
          capabilities: ['bridge'],
          remotePortDescription: 'uplink',
          remoteDescription: 'Arista Networks EOS',
        },
      ],
    });
    expect(isReadable('arista_eos', command, '{"lldpNeighbors": {}}')).toBe(true);
    expect(isReadable('arista_eos', command, '{"errors": ["x"]}')).toBe(false);
    expect(isReadable('arista_eos', command, '% This is an unconverted command')).toBe(false);
    expect(
      parseOutput(
        'arista_eos',
        'show version | json',
        '{"modelName":"vEOS","version":"4.31.1F","uptime":61.5}',
      ),
    ).toEqual({
      facts: { vendor: 'Arista', model: 'vEOS', osVersion: '4.31.1F', uptimeSeconds: 61.5 },
    });
  });
});
