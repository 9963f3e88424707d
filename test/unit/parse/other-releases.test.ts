import { describe, expect, it } from 'vitest';
import { parseOutput } from '../../../shared/steps/parse-output.ts';

/** Outputs written after those of releases that the fixtures do not have. */
const facts = (platform: string, command: string, text: string): unknown => {
  const parsed = parseOutput(platform, command, text);
  return 'facts' in parsed ? parsed.facts : parsed;
};

const neighbors = (platform: string, command: string, text: string): unknown[][] => {
  const parsed = parseOutput(platform, command, text);
  if (!('neighbors' in parsed)) throw new Error('no neighbors');
  return parsed.neighbors.map((one) => [one.localPort, one.remoteName, one.remotePort, one.chassisId]);
};

describe('neighbors', () => {
  it('of Comware: what does not fit beside a long port stands below it', () => {
    const text = `System Name          Local Interface Chassis ID      Port ID
SW2.example          GigabitEthernet1/0/1
                                     0011-2233-4455  GigabitEthernet1/0/2
-                    GE1/0/2         0011-2233-4466  0011-2233-4466
a-very-long-system-n GE1/0/3         0011-2233-4477  GigabitEthernet1/0/24
ame
`;
    expect(neighbors('hp_comware', 'display lldp neighbor-information list', text)).toEqual([
      ['GigabitEthernet1/0/1', 'SW2.example', 'GigabitEthernet1/0/2', '0011-2233-4455'],
      ['GE1/0/2', null, '0011-2233-4466', '0011-2233-4466'],
      ['GE1/0/3', 'a-very-long-system-name', 'GigabitEthernet1/0/24', '0011-2233-4477'],
    ]);
  });

  it('of Comware over CDP, with the address', () => {
    const text = `CDP neighbor-information of port 12[Ten-GigabitEthernet1/0/12]:
  CDP neighbor index : 4
  Chassis ID         : SEP00260B5C0548
  Address            : 192.0.2.55
  Port ID            : Port 1
  Software version   : SCCP45.9-2-1S
  Platform           : Cisco IP Phone 7945
  Duplex             : Full
`;
    expect(parseOutput('hp_comware', 'display lldp neighbor-information verbose', text)).toMatchObject({
      neighbors: [
        {
          protocol: 'cdp',
          localPort: 'Ten-GigabitEthernet1/0/12',
          remoteName: 'SEP00260B5C0548',
          remotePort: 'Port 1',
          managementAddresses: ['192.0.2.55'],
          platform: 'Cisco IP Phone 7945',
        },
      ],
    });
  });

  it('of AireOS: the address stands in the line of its label', () => {
    const text = `Device ID: core-1.example
Entry address(es): 192.0.2.1
Platform: cisco WS-C6509-E,  Capabilities: Router Switch IGMP
Interface: TenGigabitEthernet0/0/1,  Port ID (outgoing port): TenGigabitEthernet1/1
`;
    expect(parseOutput('cisco_wlc_ssh', 'show cdp neighbors detail', text)).toMatchObject({
      neighbors: [{ remoteName: 'core-1.example', managementAddresses: ['192.0.2.1'] }],
    });
  });

  it('of IOS and NX-OS where a name fills its column and runs into the port', () => {
    const ios = `Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID
sw.x(FOC1234X0AB)Gig 0/2           155             R S I  N5K-C5548 Eth 1/5
host             Gig 0/3           155                    VMware ES vmnic1
`;
    expect(neighbors('cisco_ios', 'show cdp neighbors', ios)).toEqual([
      ['Gig 0/2', 'sw.x', 'Eth 1/5', null],
      ['Gig 0/3', 'host', 'vmnic1', null],
    ]);
    const nxos = `Device ID            Local Intf      Hold-time  Capability  Port ID
sw01.abcdefghijklmnopqEth1/54        120        BR          Ethernet1/54
Ethernet-sw1         Eth1/56         120        BR          Ethernet1/54
`;
    expect(neighbors('cisco_nxos', 'show lldp neighbors', nxos)).toEqual([
      ['Eth1/54', 'sw01.abcdefghijklmnopq', 'Ethernet1/54', null],
      ['Eth1/56', 'Ethernet-sw1', 'Ethernet1/54', null],
    ]);
  });

  it('of Junos under a header without blanks', () => {
    const text = `LocalInterface    ParentInterface    ChassisId          Portinfo       SystemName
xe-0/0/0          ae0                00:11:22:33:44:55   523           core-1.example
`;
    expect(neighbors('juniper_junos', 'show lldp neighbors', text)).toEqual([
      ['xe-0/0/0', 'core-1.example', '523', '00:11:22:33:44:55'],
    ]);
  });

  it('of RouterOS, with the board', () => {
    const text = ` # INTERFACE ADDRESS         MAC-ADDRESS       IDENTITY   VERSION    BOARD
 0 ether1    192.0.2.1       00:11:22:33:44:55 core rtr   6.49.7 ... CCR1036
 1 ether2                    00:11:22:33:44:66 MikroTik   6.49.7 ... RB750
`;
    expect(parseOutput('mikrotik_routeros', 'ip neighbor print', text)).toMatchObject({
      neighbors: [
        {
          localPort: 'ether1',
          remoteName: 'core rtr',
          managementAddresses: ['192.0.2.1'],
          platform: 'CCR1036',
        },
        { localPort: 'ether2', remoteName: 'MikroTik', managementAddresses: [], platform: 'RB750' },
      ],
    });
  });
});

describe('facts', () => {
  it('of a Catalyst whose inventory states no product id', () => {
    const text = `NAME: "Switch1 System", DESCR: "Cisco Systems, Inc. WS-C4500X-32 2 slot switch "
PID:                   , VID:      , SN: JAE1111
NAME: "Switch2 System", DESCR: "Cisco Systems, Inc. WS-C4500X-32 2 slot switch "
PID:                   , VID:      , SN: JAE2222
`;
    expect(facts('cisco_ios', 'show inventory', text)).toEqual({
      model: 'WS-C4500X-32',
      serials: ['JAE1111', 'JAE2222'],
    });
  });

  it('of an EOS that does not name its vendor', () => {
    const text = `vEOS
Hardware version:
Serial number:
System MAC address:  5000.00d7.ee0b

Software image version: 4.15.2F
Uptime:                 5 minutes
`;
    expect(facts('arista_eos', 'show version', text)).toMatchObject({ model: 'vEOS', osVersion: '4.15.2F' });
  });

  it('of a small switch whose description names it', () => {
    const text = `System Description:                       SG350-28 28-Port Gigabit Managed Switch
System Up Time (days,hour:min:sec):       10,04:05:06
System Name:                              access-7
`;
    expect(facts('cisco_s300', 'show system', text)).toMatchObject({
      model: 'SG350-28',
      hostname: 'access-7',
    });
  });
});

describe('commands with arguments and filters', () => {
  it.each([
    ['cisco_ios', 'show version | include uptime', 'sw uptime is 2 days', { uptimeSeconds: 172_800 }],
    [
      'hp_comware',
      'display device manuinfo slot 1',
      'Slot 1:\nDEVICE_SERIAL_NUMBER : CN1',
      { serials: ['CN1'] },
    ],
  ])('of %s: %s', (platform, command, text, expected) => {
    expect(facts(platform, command, text)).toMatchObject(expected);
  });
});
