import { describe, expect, it } from 'vitest';
import { parseCiscoCdpBrief } from '../../../shared/parse/cisco-cdp-brief.ts';
import { parseCiscoCdpDetail } from '../../../shared/parse/cisco-cdp-detail.ts';
import { parseCiscoLldpBrief } from '../../../shared/parse/cisco-lldp-brief.ts';
import { parseCiscoLldpDetail } from '../../../shared/parse/cisco-lldp-detail.ts';
import { fillLocalPorts } from '../../../shared/parse/fill-local-ports.ts';
import { fixture } from './fixture.ts';

describe('show cdp neighbors detail', () => {
  const entries = parseCiscoCdpDetail(fixture('ios-cdp-detail.txt'));

  it('gives one entry for each device id, the version text aside', () => {
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      protocol: 'cdp',
      localPort: 'GigabitEthernet1/0/1',
      remoteName: 'edge-7.lab.example',
      remotePort: 'GigabitEthernet0/0/1',
      managementAddresses: ['192.0.2.107'],
      platform: 'cisco ISR4331/K9',
      capabilities: ['Router', 'Switch', 'IGMP'],
    });
    expect(entries[0]?.remoteDescription).toContain('Version 16.9.5');
  });

  it('takes the serial number off an NX-OS name, and the interface address where no management address is valid', () => {
    expect(entries[1]).toMatchObject({ remoteName: 'dc-leaf-3', managementAddresses: ['192.0.2.33'] });
  });

  it('reads the interface and the port id on two lines, as IOS-XR prints them', () => {
    const text = 'Device ID: r1\nPlatform: x\nInterface: Gi0/0/0/0\nPort ID (outgoing port): Gi0/1\n';
    expect(parseCiscoCdpDetail(text)[0]).toMatchObject({ localPort: 'Gi0/0/0/0', remotePort: 'Gi0/1' });
  });

  it('gives no entry where CDP is off', () => {
    expect(parseCiscoCdpDetail('% CDP is not enabled\r\n')).toEqual([]);
  });
});

describe('show lldp neighbors detail', () => {
  const entries = parseCiscoLldpDetail(fixture('ios-lldp-detail-old.txt'));

  it('reads old IOS, which prints no local port', () => {
    expect(entries[0]).toMatchObject({
      localPort: null,
      remoteName: 'distribution-switch-12.lab.example',
      remotePort: 'Gi2/0/24',
      remotePortDescription: 'GigabitEthernet2/0/24',
      managementAddresses: ['192.0.2.12'],
      chassisId: '0015.6200.c330',
      capabilities: ['B'],
    });
  });

  it('takes the port description without a port id, supported capabilities without enabled ones, and the MED model', () => {
    expect(entries[1]).toMatchObject({
      remoteName: null,
      remotePort: 'uplink',
      remotePortDescription: null,
      capabilities: ['T'],
      platform: 'CP-7962G',
    });
  });

  it('gets its local ports from the brief listing, whose names are cut', () => {
    const brief = parseCiscoLldpBrief(fixture('ios-lldp-brief.txt'));
    expect(fillLocalPorts(entries, brief).map((entry) => entry.localPort)).toEqual(['Gi1/0/24', 'Gi1/0/2']);
  });

  it('gives parallel links different local ports, and none where several would fit', () => {
    const row = (localPort: string, remotePort: string) =>
      `sw-2                ${localPort.padEnd(15)}109        B               ${remotePort}`;
    const header = 'Device ID           Local Intf     Hold-time  Capability      Port ID';
    const brief = parseCiscoLldpBrief([header, row('Gi0/1', 'Gi0/8'), row('Gi0/2', 'Gi0/9')].join('\n'));
    const detail = ['Gi0/9', 'Gi0/8', 'Gi0/7'].map(
      (port) => `Chassis id: aa\nPort id: ${port}\nSystem Name: sw-2\n\n\n`,
    );
    const filled = fillLocalPorts(parseCiscoLldpDetail(detail.join('')), brief);
    expect(filled.map((entry) => entry.localPort)).toEqual(['Gi0/2', 'Gi0/1', null]);
  });
});

describe('brief listings', () => {
  const short = (text: string, parse: typeof parseCiscoCdpBrief) =>
    parse(text).map((entry) => [entry.remoteName, entry.localPort, entry.remotePort, entry.platform]);

  it('reads wrapped names, names and platforms with blanks, and squeezed rows of show cdp neighbors', () => {
    expect(short(fixture('ios-cdp-brief.txt'), parseCiscoCdpBrief)).toEqual([
      ['edge-7.lab.example', 'Ten 1/1/3', 'Gig 0/0/1', 'ISR4331/K'],
      ['SEP001122334455', 'Gig 1/0/2', 'Port 1', 'IP Phone'],
      ['sw-9', 'Gig 1/0/9', 'Gig 0/1', 'WS-C2960X'],
    ]);
  });

  it('reads a name that runs into the local port, and a row without capabilities', () => {
    expect(short(fixture('ios-lldp-brief.txt'), parseCiscoLldpBrief)).toEqual([
      ['distribution-switch-', 'Gi1/0/24', 'Gi2/0/24', null],
      ['0022.aaaa.2222', 'Gi1/0/2', 'uplink', null],
      ['Meeting room phone', 'Gi1/0/3', 'Port 1', null],
    ]);
  });

  it('reads NX-OS names on a line of their own', () => {
    expect(parseCiscoLldpBrief(fixture('nxos-lldp-brief.txt'))).toMatchObject([
      { remoteName: 'spine-with-a-long-name.lab.example', localPort: 'Eth1/1', capabilities: ['B', 'R'] },
      { remoteName: 'fw-1', localPort: 'mgmt0', remotePort: 'ethernet1/9', capabilities: [] },
    ]);
  });
});
