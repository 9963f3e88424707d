import { describe, expect, it } from 'vitest';
import { parseAoscxLldpBrief } from '../../../shared/parse/aoscx-lldp-brief.ts';
import { parseAoscxLldpDetail } from '../../../shared/parse/aoscx-lldp-detail.ts';
import { parseAoscxSystem } from '../../../shared/parse/aoscx-system.ts';
import { parseFortiosLldp, parseFortiosLldpSummary } from '../../../shared/parse/fortios-lldp.ts';
import { parseFortiosStatus } from '../../../shared/parse/fortios-status.ts';
import { parsePanosLldp } from '../../../shared/parse/panos-lldp.ts';
import { parsePanosSystem } from '../../../shared/parse/panos-system.ts';
import { parseRouterosNeighbor } from '../../../shared/parse/routeros-neighbor.ts';
import { parseRouterosPrint } from '../../../shared/parse/routeros-print.ts';
import { parseOutput } from '../../../shared/steps/parse-output.ts';

describe('AOS-CX', () => {
  const neighbor = (name: string, port: string, mac: string): string =>
    `Neighbor Chassis-Name          : ${name}\nNeighbor Chassis-Description   : line 1\nNeighbor Port-ID               : not this one\n` +
    `Neighbor Chassis-ID            : ${mac}\nNeighbor Management-Address    : 192.0.2.1, 2001:db8::1\n` +
    `Chassis Capabilities Available : Bridge, WLAN\nChassis Capabilities Enabled   : \nNeighbor Port-ID               : ${port}\n` +
    'Neighbor Port-Desc             : eth0\nTTL                            : 120\n';

  it('has all neighbors of a port in one block, and a description of several lines', () => {
    const text =
      `sw-1# show lldp neighbor-info detail\n\nPort                           : 1/1/1\nNeighbor Entries               : 2\n` +
      neighbor('ap-1', '00:00:5e:00:53:01', '00:00:5e:00:53:01') +
      neighbor('', '1/1/2', '00:00:5e:00:53:02') +
      `${'-'.repeat(80)}\nPort                           : 1/1/2\nNeighbor Entries               : 0\n`;
    expect(parseAoscxLldpDetail(text)).toMatchObject([
      {
        localPort: '1/1/1',
        remoteName: 'ap-1',
        remotePort: '00:00:5e:00:53:01',
        remotePortDescription: 'eth0',
        managementAddresses: ['192.0.2.1', '2001:db8::1'],
        chassisId: '00:00:5e:00:53:01',
        capabilities: ['Bridge', 'WLAN'],
        remoteDescription: 'line 1\nNeighbor Port-ID               : not this one',
      },
      { localPort: '1/1/1', remoteName: null, remotePort: '1/1/2', chassisId: '00:00:5e:00:53:02' },
    ]);
  });

  it('lists neighbors with empty cells', () => {
    const text =
      'LOCAL-PORT  CHASSIS-ID         PORT-ID            PORT-DESC          TTL      SYS-NAME\n' +
      `${'-'.repeat(92)}\n1/1/1       00:00:5e:00:53:01  1/1/48             uplink             120      core-1\n` +
      'mgmt        00:00:5e:00:53:02  00:00:5e:00:53:02                     120\n';
    expect(parseAoscxLldpBrief(text)).toMatchObject([
      { localPort: '1/1/1', remotePort: '1/1/48', remoteName: 'core-1', remotePortDescription: 'uplink' },
      { localPort: 'mgmt', remotePort: '00:00:5e:00:53:02', remoteName: null },
    ]);
  });

  it('states the system under the old and the new name of the software', () => {
    const text = (label: string): string =>
      `Hostname           : sw-1\nVendor             : HPE ANW\nProduct Name       : R8N86A 6000 48G 4SFP Swch   \n` +
      `Chassis Serial Nbr : SG00000001\nBase MAC Address   : 00005e-005301\n${label} : PL.10.15.1030\nUp Time            : 2 weeks, 22 hours under a minute\n`;
    for (const label of ['ArubaOS-CX Version', 'AOS-CX Version']) {
      expect(parseAoscxSystem(text(label))).toEqual({
        hostname: 'sw-1',
        vendor: 'HPE ANW',
        model: 'R8N86A 6000 48G 4SFP Swch',
        osVersion: 'PL.10.15.1030',
        serials: ['SG00000001'],
        uptimeSeconds: 1_288_800,
        chassisIds: ['00005e-005301'],
      });
    }
  });
});

describe('PAN-OS', () => {
  it('reads indented and squeezed outputs alike', () => {
    const text =
      'Local information:\n  Index 30\n  Local interface: ethernet1/15\n  Local Port ID: 15\nNeighbor information:\n\n' +
      '  Chassis type: MAC address\n  Chassis ID: 00:00:5e:00:53:01\n  Port type: Locally assigned\n  Port ID: 4\n  Port description: 1/4\n' +
      '  System name: sw-1\n  System description: HPE Comware\nSystem name: not this one\n  System capabilities:\n    Supported: B, R,\n    Enabled: B,\n' +
      '  Management address type: ipv4\n  Management address: 192.0.2.1\n  oid:\n\n\nLocal information:\n  Local interface: ethernet1/16\nNeighbor information:\n';
    const expected = [
      {
        protocol: 'lldp',
        localPort: 'ethernet1/15',
        remoteName: 'sw-1',
        remotePort: '4',
        managementAddresses: ['192.0.2.1'],
        chassisId: '00:00:5e:00:53:01',
        platform: null,
        capabilities: ['B'],
        remotePortDescription: '1/4',
        remoteDescription: 'HPE Comware\nSystem name: not this one',
      },
    ];
    expect(parsePanosLldp(text)).toEqual(expected);
    expect(parsePanosLldp(text.replace(/^ {1,8}/gm, ''))).toEqual(expected);
  });

  it('states no serial number that it does not know', () => {
    const text = (serial: string): string =>
      `hostname: pa-1\nuptime: 2 days, 2:38:49\nmodel: PA-VM\nserial: ${serial}\nsw-version: 10.1.6-h6\nvm-license: none\n`;
    const rest = { hostname: 'pa-1', model: 'PA-VM', osVersion: '10.1.6-h6', uptimeSeconds: 182_329 };
    expect(parsePanosSystem(text('unknown'))).toEqual(rest);
    expect(parsePanosSystem(text('013201000001'))).toEqual({ ...rest, serials: ['013201000001'] });
  });
});

describe('FortiOS', () => {
  const lines = (number: number, local: string, name: string): string =>
    [
      'port: 6', `port.txt: ${local}`, 'chassis.data: 00:00:5e:00:53:01', 'port.id.data: GigabitEthernet1/0/5', `system.name.data: ${name}`,
      'system.desc.data: Huawei Switch',
    ].map((line) => `${number} ${line}\n`).join('') +
    'VRP (R) software, Version 5.170\nCopyright (C) 2022\n' +
    `${number} system.caps.enabled.txt: bridge router\n${number} address.count: 2\n${number} address.1.addr: 192.0.2.1\n${number} address.2.addr: 2001:db8::1\n${number} vlan.name.1.data: VLAN 1\n`; // prettier-ignore

  it('numbers the lines of each neighbor, and begins anew for another port', () => {
    const command = 'diagnose lldprx port neighbor details wan1';
    const text = lines(1, 'wan1', 'sw-1') + lines(2, 'wan1', 'sw-2') + lines(1, 'wan2', 'sw-3');
    const entry = {
      localPort: 'wan1',
      remotePort: 'GigabitEthernet1/0/5',
      managementAddresses: ['192.0.2.1', '2001:db8::1'],
      capabilities: ['bridge', 'router'],
      remoteDescription: 'Huawei Switch\nVRP (R) software, Version 5.170\nCopyright (C) 2022',
    };
    const expected = [
      { ...entry, remoteName: 'sw-1' },
      { ...entry, remoteName: 'sw-2' },
      { ...entry, remoteName: 'sw-3', localPort: 'wan2' },
    ];
    expect(parseFortiosLldp(text)).toMatchObject(expected);
    expect(parseOutput('fortinet', command, text)).toMatchObject({ neighbors: expected });
  });

  it('has a line for each neighbor in its summary', () => {
    const text =
      "1 port 'x2' 33 mac 00:00:5e:00:53:01 chassis 00:00:5e:00:53:02 port 'port25' system 'S524DN0001'\n";
    expect(parseFortiosLldpSummary(text)).toMatchObject([
      { localPort: 'x2', chassisId: '00:00:5e:00:53:02', remotePort: 'port25', remoteName: 'S524DN0001' },
    ]);
  });

  it('takes the uptime of a cluster for none of its own', () => {
    const text =
      'Version: FortiGate-VM64-KVM v7.0.3,build0237,211207 (GA)\nSerial-Number: FGVM00000001\nHostname: fw-1\nCluster uptime: 36 days, 21 hours\n';
    expect(parseFortiosStatus(text)).toEqual({
      hostname: 'fw-1',
      model: 'FortiGate-VM64-KVM',
      osVersion: '7.0.3',
      serials: ['FGVM00000001'],
    });
  });
});

describe('RouterOS', () => {
  it('reads wrapped entries with quotes, comments and empty values', () => {
    const text =
      '[admin@gw] > /ip neighbor print detail\n 0 ;;; uplink interface=x\n   interface=ether1,bridge1 address=192.0.2.1 address6=2001:db8::1 \n' +
      '   mac-address=00:00:5E:00:53:01 identity="sw \\"one\\"" platform="cisco WS-C2960" board="" \n' +
      '   version="Cisco IOS Software, interface=none" age=5s discovered-by=cdp \n   interface-name="GigabitEthernet0/1" system-caps=bridge,router system-caps-enabled="" \n\n' +
      ' 1 interface=ether2 mac-address=00:00:5E:00:53:02 identity="gw-2" board="RB750Gr3" discovered-by=mndp,lldp interface-name="bridge1/ether5"\n';
    expect(parseRouterosNeighbor(text)).toMatchObject([
      {
        protocol: 'cdp',
        localPort: 'ether1',
        remoteName: 'sw "one"',
        remotePort: 'GigabitEthernet0/1',
        managementAddresses: ['192.0.2.1', '2001:db8::1'],
        chassisId: '00:00:5E:00:53:01',
        platform: 'cisco WS-C2960',
        capabilities: ['bridge', 'router'],
        remoteDescription: 'Cisco IOS Software, interface=none',
      },
      {
        protocol: 'lldp',
        localPort: 'ether2',
        remoteName: 'gw-2',
        platform: 'RB750Gr3',
        managementAddresses: [],
      },
    ]);
  });

  it('prints properties', () => {
    expect(parseRouterosPrint('  name: my router\n')).toEqual({ hostname: 'my router' });
    expect(
      parseRouterosPrint(
        '   uptime: 6w5d11h55m45s\n  version: 6.48.6 (long-term)\n  board-name: hEX\n  platform: MikroTik\n',
      ),
    ).toEqual({
      vendor: 'MikroTik',
      model: 'hEX',
      osVersion: '6.48.6',
      uptimeSeconds: 4_103_745,
    });
    expect(
      parseRouterosPrint(
        '  board-name: hAP\n  model: RBD53iG\n  serial-number: HCQ0001\n  current-firmware: 7.2\n',
      ),
    ).toEqual({
      model: 'RBD53iG',
      serials: ['HCQ0001'],
    });
  });
});
