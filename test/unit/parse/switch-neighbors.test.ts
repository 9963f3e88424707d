import { describe, expect, it } from 'vitest';
import type { NeighborEntry } from '../../../shared/model/neighbor.ts';
import { PARSERS } from '../../../shared/parse/parsers.ts';

const parse = (key: string, text: string): NeighborEntry[] => PARSERS[key]?.parse(text) as NeighborEntry[];

describe('Comware and VRP', () => {
  it('reads several neighbors of one port, CDP ones too, and no label out of a description', () => {
    const text = `<core-1>display lldp neighbor-information verbose
LLDP neighbor-information of port 5[GigabitEthernet1/0/5]:
LLDP agent nearest-bridge:
 LLDP neighbor index : 1
 Chassis type        : Network address
 Chassis ID          : 192.0.2.5
 Port ID type        : MAC address
 Port ID             : 0012-3456-789a
 Port description    : LAN port
 System name         : phone-5
 System description  : Firmware 4.2
                       Port ID : none
 System capabilities supported : Bridge, Telephone
 System capabilities enabled   : Telephone
 Management address type           : IPv4
 Management address                : 192.0.2.5
 Management address type           : IPv6
 Management address                : 2001:db8::5
 Model name                    : IP-5

 LLDP neighbor index : 2
 Chassis ID          : 0012-3456-0002
 Port ID             : 7

CDP neighbor-information of port 6[GigabitEthernet1/0/6]:
 CDP neighbor index : 1
 Chassis ID         : edge-6
 Port ID            : GigabitEthernet0/1
 Platform           : cisco WS-C2960
`;
    expect(parse('comware-lldp', text)).toMatchObject([
      {
        localPort: 'GigabitEthernet1/0/5',
        remoteName: 'phone-5',
        remotePort: '0012-3456-789a',
        managementAddresses: ['192.0.2.5', '2001:db8::5'],
        chassisId: '192.0.2.5',
        platform: 'IP-5',
        capabilities: ['Telephone'],
      },
      { localPort: 'GigabitEthernet1/0/5', remoteName: null, remotePort: '7', chassisId: '0012-3456-0002' },
      {
        protocol: 'cdp',
        localPort: 'GigabitEthernet1/0/6',
        remoteName: 'edge-6',
        platform: 'cisco WS-C2960',
      },
    ]);
  });

  it('reads VRP with its `--` for nothing, and ports without a neighbor as none', () => {
    const text = `GE1/0/1 has 1 neighbor(s):

Neighbor index                     :1
Chassis ID                         :0012-3456-0003
Port ID                            :--
Port description                   :eth0
System name                        :--
System capabilities enabled        :bridge wlan
Management address                 :192.0.2.33
GE1/0/2 has 0 neighbor(s)
`;
    expect(parse('comware-lldp', text)).toMatchObject([
      {
        localPort: 'GE1/0/1',
        remoteName: null,
        remotePort: 'eth0',
        managementAddresses: ['192.0.2.33'],
        capabilities: ['bridge', 'wlan'],
      },
    ]);
  });

  it('reads the short form, whose ids carry their type', () => {
    const text = `LLDP neighbor-information of port 1[GigabitEthernet1/0/1]:
 LLDP neighbor index : 1
 ChassisID/subtype   : 0011-2233-4400/MAC address
 PortID/subtype      : GigabitEthernet0/0/9/Interface name
 Capabilities        : Bridge, Customer Bridge
`;
    expect(parse('comware-lldp', text)).toMatchObject([
      {
        remotePort: 'GigabitEthernet0/0/9',
        chassisId: '0011-2233-4400',
        capabilities: ['Bridge', 'Customer Bridge'],
      },
    ]);
  });

  it('reads a listing in which names are missing, pushed or go on in the next line', () => {
    const text = `System Name          Local Interface Chassis ID      Port ID
-                    GE1/0/1         *0012-3456-0001 port 3
a-name-of-20-letters GE1/0/2         0012-3456-0002  Ten-GigabitEthernet1/0/1
-and-more
`;
    expect(parse('comware-lldp-list', text)).toMatchObject([
      { localPort: 'GE1/0/1', remoteName: null, remotePort: 'port 3', chassisId: '0012-3456-0001' },
      {
        localPort: 'GE1/0/2',
        remoteName: 'a-name-of-20-letters-and-more',
        remotePort: 'Ten-GigabitEthernet1/0/1',
      },
    ]);
  });
});

describe('ProCurve', () => {
  it('reads details with wrapped names and several addresses', () => {
    const text = `
 LLDP Remote Device Information Detail

  Local Port   : A1
  ChassisType  : mac-address
  ChassisId    : 00 12 34 56 00 01
  PortType     : local
  PortId       : 24
  SysName      : a-name-that-is-longer-than-th
                 e-screen.lab.example
  System Descr : ProCurve J9145A, revision W.14.72
  PortDescr    : 24

  System Capabilities Supported  : bridge, wlan-access-point
  System Capabilities Enabled    :

  Remote Management Address
     Type    : ipv4
     Address : 192.0.2.1
     Type    : ipv6
     Address : 2001:db8::1
`;
    expect(parse('procurve-lldp-detail', text)).toMatchObject([
      {
        localPort: 'A1',
        remoteName: 'a-name-that-is-longer-than-the-screen.lab.example',
        remotePort: '24',
        managementAddresses: ['192.0.2.1', '2001:db8::1'],
        chassisId: '00 12 34 56 00 01',
        capabilities: ['bridge', 'wlan-access-point'],
      },
    ]);
  });

  it('reads the listing with cut names, and CDP with a MAC address for a name', () => {
    const brief = `  LocalPort | ChassisId          PortId             PortDescr SysName
  --------- + ------------------ ------------------ --------- ------------------
  48        | 001234-560001      00 12 34 56 00 01
  Trk1      | 001234-560002      7                  Port 7    a-very-long-nam...
`;
    expect(parse('procurve-lldp-brief', brief)).toMatchObject([
      { localPort: '48', remoteName: null, remotePort: '00 12 34 56 00 01' },
      { localPort: 'Trk1', remoteName: 'a-very-long-nam', remotePort: '7', remotePortDescription: 'Port 7' },
    ]);
    const cdp =
      '  Port : 3\n  Device ID : 00 12 34 56 00 03\n  Address      : Unsupported format\n  Device Port  : ge1\n';
    expect(parse('procurve-cdp-detail', cdp)).toMatchObject([
      {
        protocol: 'cdp',
        localPort: '3',
        remotePort: 'ge1',
        managementAddresses: [],
        chassisId: '00 12 34 56 00 03',
      },
    ]);
  });
});

describe('other switches', () => {
  it('reads AOS: several entries under one port, a description over several lines, no capabilities', () => {
    const text = `Remote LLDP Agents on Local Slot/Port 2/7:

    Chassis 00:12:34:56:00:01, Port 1001:
      System Name                 = (null),
      System Description          = first line
second = line,
      Capabilities Enabled        = none enabled,
      Management IP Address       = 192.0.2.7

    Chassis 00:12:34:56:00:02, Port a, Port b:
      System Name                 = ap-2,
      Capabilities Enabled        = Bridge WLAN AP Station Only,
`;
    expect(parse('aos-lldp', text)).toMatchObject([
      {
        localPort: '2/7',
        remoteName: null,
        remotePort: '1001',
        managementAddresses: ['192.0.2.7'],
        capabilities: [],
      },
      { localPort: '2/7', remoteName: 'ap-2', capabilities: ['Bridge', 'WLAN AP', 'Station Only'] },
    ]);
  });

  it('reads AlliedWare Plus: nothing advertised, and addresses that go on in the next line', () => {
    const text = `Local port1.0.9:
  Chassis ID Type .................. MAC address
  Chassis ID ....................... 0012.3456.0001
  Port ID .......................... 0012.3456.0001
  System Name ...................... [not advertised]
  System Capabilities - Supported .. Bridge, Router
                      - Enabled .... Bridge
  Management Addresses ............. 192.0.2.9
                                     2001:db8::9
`;
    expect(parse('awplus-lldp-detail', text)).toMatchObject([
      {
        localPort: 'port1.0.9',
        remoteName: null,
        managementAddresses: ['192.0.2.9', '2001:db8::9'],
        capabilities: ['Bridge'],
      },
    ]);
    const brief = `Local    Neighbor       Neighbor        Neighbor          System    MED
Port     Chassis ID     Port Name       Sys Name          Cap.      Ty Pwr
-------------------------------------------------------------------------------
1.0.11   0012.3456.0002 port1.0.3       sw-2              --B-R---
`;
    expect(parse('awplus-lldp-brief', brief)).toMatchObject([
      { localPort: '1.0.11', remoteName: 'sw-2', remotePort: 'port1.0.3', capabilities: ['B', 'R'] },
    ]);
  });

  it('reads ICOS: ISDP details, whose values have no colon, and ports without a neighbor', () => {
    const isdp = `Device ID                      sw-3(SAL12345678)
Address(es):
    IP Address:                192.0.2.3
Capability                     Router Trans Bridge
Platform                       AS5610-52X
Interface                      0/49
Port ID                        0/1
Version :
Port ID                        of a version
`;
    expect(parse('icos-isdp-detail', isdp)).toMatchObject([
      {
        protocol: 'cdp',
        localPort: '0/49',
        remoteName: 'sw-3',
        remotePort: '0/1',
        managementAddresses: ['192.0.2.3'],
        capabilities: ['Router', 'Trans Bridge'],
      },
    ]);
    const lldp = `Interface  RemID   Chassis ID            Port ID             System Name
--------- -------  --------------------  ------------------  ------------------
0/1
0/2        17      00:12:34:56:00:01     Gi0                 a-long-name-1 ...
0/3
`;
    expect(parse('icos-lldp-brief', lldp)).toMatchObject([
      { localPort: '0/2', remoteName: 'a-long-name-1', remotePort: 'Gi0' },
    ]);
  });

  it('reads FastIron and NetIron: quoted texts over several lines, two neighbors on a port, the listing', () => {
    const text = `Local port: 1/2
  Neighbor: 0012.3456.0001, TTL 101 seconds
    + Chassis ID (MAC address): 0012.3456.0001
    + Port ID (locally assigned): "23"
    + System name         : "a-name-\\
                             in-two"
    + System capabilities : bridge, wlan,
                             router
    + Management address (IPv6): 2001:db8::2
  Neighbor: 0012.3456.0002, TTL 99 seconds
    + Chassis ID (MAC address): 0012.3456.0002
    + Port ID (MAC address): 0012.3456.0002
`;
    expect(parse('brocade-lldp-detail', text)).toMatchObject([
      {
        localPort: '1/2',
        remoteName: 'a-name-in-two',
        remotePort: '23',
        managementAddresses: ['2001:db8::2'],
        capabilities: ['bridge', 'wlan', 'router'],
      },
      { localPort: '1/2', remoteName: null, remotePort: '0012.3456.0002' },
    ]);
    const brief = `Lcl Port Chassis ID      Port ID         Port Description            System Name
10/1/24  0012.3456.0003  0012.3456.0004  GigabitEthernet9/1          FastIron Supe~
`;
    expect(parse('brocade-lldp-brief', brief)).toMatchObject([
      { localPort: '10/1/24', remoteName: 'FastIron Supe~', remotePortDescription: 'GigabitEthernet9/1' },
    ]);
  });

  it('reads a SAOS box, two neighbors of a port, the rest of a long name, and not the device itself', () => {
    const text = `| System Name: myself          |
|Port         |Port                            |Info                       |
|5            |6                               |  Chassis Id: 0012345600AA |
|             |                                |   Mgmt Addr: 192.0.2.5    |
|             |                                |              2001:db8::5  |
|             |                                | System Name: a-long-name- |
|             |                                |              of-a-switch  |
|             |7                               |  Chassis Id: 0012345600BB |
`;
    expect(parse('ciena-lldp', text)).toMatchObject([
      {
        localPort: '5',
        remoteName: 'a-long-name-of-a-switch',
        remotePort: '6',
        managementAddresses: ['192.0.2.5', '2001:db8::5'],
        chassisId: '0012345600AA',
      },
      { localPort: '5', remoteName: null, remotePort: '7', chassisId: '0012345600BB' },
    ]);
  });

  it('reads an lldp table with an empty cell', () => {
    const text = `Capability codes: (R) Router, (B) Bridge, (O) Other
LocalPort    RemoteDevice     RemotePortID    Capability    RemotePortDescr
-----------  ---------------  --------------  ------------  -----------------
xe1                           00:12:34:56:00  O             port of a server
--------------------------------------------------
Total entries displayed:  1
`;
    expect(parse('lldp-table', text)).toMatchObject([
      { localPort: 'xe1', remoteName: null, capabilities: ['O'], remotePortDescription: 'port of a server' },
    ]);
  });
});
