import { describe, expect, it } from 'vitest';
import { parseOutput } from '../../../shared/steps/parse-output.ts';

function facts(platform: string, command: string, text: string): unknown {
  const output = parseOutput(platform, command, text);
  return 'facts' in output ? output.facts : output;
}

function neighbors(platform: string, command: string, text: string): unknown {
  const output = parseOutput(platform, command, text);
  return 'neighbors' in output ? output.neighbors : output;
}

describe('NX-OS as JSON', () => {
  it('states the version that runs, the chassis and the uptime', () => {
    const version = {
      host_name: 'leaf-1',
      chassis_id: 'Nexus9000 C9332C Chassis',
      nxos_ver_str: '9.3(8) [build 9.3(8)]',
      sys_ver_str: '7.0(3)I4(3)',
      proc_board_id: 'FDO00000001',
      kern_uptm_days: 1,
      kern_uptm_hrs: 2,
      kern_uptm_mins: 3,
      kern_uptm_secs: 4,
      manufacturer: 'Cisco Systems, Inc.',
    };
    expect(facts('cisco_nxos', 'show version | json', JSON.stringify(version))).toEqual({
      hostname: 'leaf-1',
      vendor: 'Cisco',
      model: 'Nexus9000 C9332C',
      osVersion: '9.3(8)',
      serials: ['FDO00000001'],
      uptimeSeconds: 93_784,
    });
  });

  it('takes one row and a list of rows for a table', () => {
    const row = (name: string, serialnum: string) => ({ name, productid: 'N9K-C9332C', serialnum });
    for (const rows of [row('"Chassis"', 'FDO1'), [row('Chassis', 'FDO1'), row('Module 1', 'FDO2')]]) {
      const text = JSON.stringify({ TABLE_inv: { ROW_inv: rows } });
      expect(facts('cisco_nxos', 'show inventory | json', text)).toEqual({
        model: 'N9K-C9332C',
        serials: ['FDO1'],
      });
    }
  });

  it('lists neighbors over CDP and LLDP', () => {
    const cdp = {
      device_id: 'spine-1(FDO00000009)',
      v4addr: '192.0.2.9',
      v4mgmtaddr: '192.0.2.1',
      platform_id: 'N9K-C9336C-FX2',
      capability: ['router', 'switch'],
      intf_id: 'Ethernet1/1',
      port_id: 'Ethernet1/7',
    };
    const text = JSON.stringify({
      TABLE_cdp_neighbor_detail_info: { ROW_cdp_neighbor_detail_info: cdp },
    });
    expect(neighbors('cisco_nxos', 'show cdp neighbors detail | json', text)).toMatchObject([
      {
        protocol: 'cdp',
        localPort: 'Ethernet1/1',
        remoteName: 'spine-1',
        remotePort: 'Ethernet1/7',
        managementAddresses: ['192.0.2.1'],
        capabilities: ['router', 'switch'],
      },
    ]);
    const lldp = {
      chassis_id: '0000.5e00.5301',
      l_port_id: 'Eth1/2',
      port_id: 'Eth1/8',
      sys_name: 'spine-2',
      mgmt_addr: '192.0.2.2',
      mgmt_addr_ipv6: '0000.5e00.5301',
      enabled_capability: 'B, R',
    };
    const detail = JSON.stringify({ TABLE_nbor_detail: { ROW_nbor_detail: [lldp] } });
    expect(neighbors('cisco_nxos', 'show lldp neighbors detail | json', detail)).toMatchObject([
      {
        localPort: 'Eth1/2',
        remoteName: 'spine-2',
        remotePort: 'Eth1/8',
        managementAddresses: ['192.0.2.2'],
        chassisId: '0000.5e00.5301',
        capabilities: ['B', 'R'],
      },
    ]);
  });
});

describe('EOS as JSON', () => {
  it('lists neighbors in short and states its inventory', () => {
    const list = {
      lldpNeighbors: [{ port: 'Et1', neighborDevice: 'spine-1', neighborPort: 'Et3', ttl: 120 }],
    };
    expect(neighbors('arista_eos', 'show lldp neighbors | json', JSON.stringify(list))).toMatchObject([
      { localPort: 'Et1', remoteName: 'spine-1', remotePort: 'Et3' },
    ]);
    const inventory = { systemInformation: { name: 'DCS-7050SX3', serialNum: 'JPE00000001' } };
    expect(facts('arista_eos', 'show inventory | json', JSON.stringify(inventory))).toEqual({
      model: 'DCS-7050SX3',
      serials: ['JPE00000001'],
    });
  });
});

describe('what a device is', () => {
  it('has a name in its configuration', () => {
    const text = 'Tue Nov 24 00:20:01.123 UTC\nhostname core-1\n';
    expect(facts('cisco_xr', 'show running-config hostname', text)).toEqual({ hostname: 'core-1' });
    expect(facts('cisco_ios', 'show run | inc hostname', 'hostname sw-1\n')).toEqual({ hostname: 'sw-1' });
  });

  it('is module 0 of an ASA', () => {
    const text =
      'Mod Card Type                                    Model              Serial No.\n' +
      '--- -------------------------------------------- ------------------ -----------\n' +
      '  0 ASA 5516-X with FirePOWER services, 8GE, AC  ASA5516            JAD000000AA\n' +
      'sfr FirePOWER Services Software Module           ASA5516            JAD000000AB\n' +
      '\nMod MAC Address Range                 Hw Version   Fw Version   Sw Version\n';
    expect(facts('cisco_asa', 'show module', text)).toEqual({ model: 'ASA5516', serials: ['JAD000000AA'] });
  });

  it('is every chassis of an AOS-CX stack, not its parts', () => {
    const row = (type: string, at: string, id: string, name: string, serial: string): string =>
      `${type.padEnd(21)}${at.padEnd(9)}${id.padEnd(17)}${name.padEnd(51)}${serial.padEnd(17)}0\n`;
    const text =
      row('Chassis', '1', 'JL659A', '6300M 48SR5 CL6 PoE 4SFP56 Swch', 'SG00000001') +
      row('Power Supply', '1/1', 'JL087A', 'Aruba X372 54VDC 1050W PS', 'CN00000001') +
      row('Chassis', '2', 'JL659A', '6300M 48SR5 CL6 PoE 4SFP56 Swch', 'SG00000002');
    expect(facts('aruba_aoscx', 'show system inventory', text)).toEqual({
      model: 'JL659A',
      serials: ['SG00000001', 'SG00000002'],
    });
  });

  it('is a stack with a leader in VSF', () => {
    const member = (id: number, status: string): string =>
      `\nMember ID        : ${String(id)}\nModel            : Aruba JL256A 2930F\nStatus           : ${status}\n` +
      `Serial Number    : SN0000000${String(id)}\nUptime           : 2d 0h 0m\n`;
    const text =
      'VSF Domain ID    : 1\n MAC Address      : 00005e-005301\n Uptime           : 3d 1h 2m\n Software Version : WC.16.11.0021\n' +
      `\nName             : access-1\n${member(1, 'Standby')}${member(2, 'Commander')}`;
    expect(facts('hp_procurve', 'show vsf detail', text)).toEqual({
      hostname: 'access-1',
      model: 'Aruba JL256A 2930F',
      osVersion: 'WC.16.11.0021',
      serials: ['SN00000001', 'SN00000002'],
      uptimeSeconds: 3 * 86_400 + 3600 + 120,
      chassisIds: ['00005e-005301'],
    });
  });

  it('is told by VRP in a list of devices and of serial numbers', () => {
    expect(
      facts('huawei_vrp', 'display device', "S5735-L24T4X-A1's Device status:\nSlot Sub  Type\n"),
    ).toEqual({
      model: 'S5735-L24T4X-A1',
    });
    const text =
      'Slot  Sub  Serial-number          Manu-date\n- - - - - - - - - - - - - - -\n' +
      '0     -    21023500000000000001   2018-01-10\n      1    02300000000000000000   2018-01-10\n';
    expect(facts('huawei_vrp', 'display device manufacture-info', text)).toEqual({
      serials: ['21023500000000000001'],
    });
  });

  it('runs the version below the image stamp of ProCurve', () => {
    const text =
      'Image stamp:    /ws/swbuildm/rel\n                Jan  9 2020 10:11:12\n                WC.16.10.0005\n                643\n';
    expect(facts('hp_procurve', 'show version', text)).toEqual({ osVersion: 'WC.16.10.0005' });
  });

  it('runs the Comware release with its suffix', () => {
    const text =
      'HPE Comware Software, Version 7.1.070, Release 6710P01-US\nHPE FF 5945 Switch uptime is 0 weeks, 1 day, 0 hours, 1 minute\n';
    expect(facts('hp_comware', 'display version', text)).toMatchObject({
      model: 'FF 5945',
      osVersion: '7.1.070, Release 6710P01-US',
    });
  });

  it('is named by systemd', () => {
    const text =
      ' Static hostname: node-1\n       Icon name: computer\nOperating System: Debian GNU/Linux 13\n Hardware Vendor: Lab\n';
    expect(facts('linux', 'hostnamectl', text)).toEqual({
      hostname: 'node-1',
      vendor: 'Lab',
      osVersion: 'Debian GNU/Linux 13',
    });
  });

  it('is no card that IOS-XR lists for want of a chassis', () => {
    const text = 'NAME: "0/RP0", DESCR: "Route Processor"\nPID: NC55-RP, VID: V01, SN: SAL00000001\n';
    expect(facts('cisco_xr', 'show inventory', text)).toEqual({});
  });

  it('is the machine type where the model of an ICOS switch is a chip', () => {
    const text =
      'Machine Type................................... Edge 54P\nMachine Model.................................. BCM-56643\n';
    expect(facts('broadcom_icos', 'show version', text)).toEqual({ model: 'Edge 54P' });
  });

  it('stands in an EOS inventory without headers, or with its description in a table of its own', () => {
    const expected = { model: 'DCS-7050SX', serials: ['JPE00000001'] };
    const bare =
      'System information\n DCS-7050SX 48-port SFP+ 1RU\n 02.00 JPE00000001 2013-03-27\nSystem has 2 power supply slots\n' +
      ' Slot Model Serial Number\n 1 PWR-460AC-F K0000001\n';
    const apart =
      'System information\n  Model\n  ----------\n  DCS-7050SX\n\n  Description\n  -----------\n  48 ports and more\n\n' +
      '  HW Version  Serial Number  Mfg Date   Epoch\n  ----------- -------------- ---------- -----\n' +
      '  12.26       JPE00000001    2021-09-02 01.00\n';
    for (const text of [bare, apart]) {
      expect(facts('arista_eos', 'show inventory', text)).toEqual(expected);
    }
  });
});

describe('neighbors', () => {
  const CDP = 'Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID\n';

  it('stand in a CDP listing whose header was broken in two', () => {
    const text =
      "Device ID        Local Interfce     Holdtme    Capability  Platform  ''\nPort ID\n\n" +
      'r1           Eth 0          152      R           AS5200    Eth 0\n';
    expect(neighbors('cisco_ios', 'show cdp neighbors', text)).toMatchObject([
      { localPort: 'Eth 0', remoteName: 'r1', platform: 'AS5200', remotePort: 'Eth 0' },
    ]);
  });

  it('may have no platform in a CDP listing, or one that runs into the port', () => {
    const text =
      `${CDP}r1               Gig 0/0           125              R B              Gig 0/1\n` +
      'sw-1             Fas 0/1           167              T S  WS-C3524-XFas 0/13\n';
    expect(neighbors('cisco_ios', 'show cdp neighbors', text)).toMatchObject([
      { remoteName: 'r1', platform: null, remotePort: 'Gig 0/1' },
      { remoteName: 'sw-1', platform: 'WS-C3524-X', remotePort: 'Fas 0/13' },
    ]);
  });

  it('may have their port in the next line of a CDP listing', () => {
    const text =
      'Device-ID          Local Intrfce  Hldtme Capability  Platform      Port ID\n' +
      'sw-1               Eth1/3         130    S         HPE 2200AF-48 \n' +
      '                                                       Ten-GigabitEthernet1/0/10\n' +
      'sw-2               Eth1/4         130    S         Linux         enp2s0\n';
    expect(neighbors('cisco_nxos', 'show cdp neighbors', text)).toMatchObject([
      { remoteName: 'sw-1', platform: 'HPE 2200AF-48', remotePort: 'Ten-GigabitEthernet1/0/10' },
      { remoteName: 'sw-2', platform: 'Linux', remotePort: 'enp2s0' },
    ]);
  });

  it('are read from an output that was pasted with an indent, its echo included', () => {
    const text = `sw# show cdp neighbors\n\n${CDP}r1               Gig 0/0           125              R B  C9300-24U Gig 0/1\n`;
    const indented = text.replace(/^(?=.)/gm, ' '.repeat(12));
    expect(neighbors('cisco_ios', 'show cdp neighbors', indented)).toEqual(
      neighbors('cisco_ios', 'show cdp neighbors', text),
    );
  });

  it('have a System-Name in newer AOS-CX', () => {
    const text =
      'Port                           : 1/1/17\nNeighbor Entries               : 1\nNeighbor System-Name           : edge-1.example.net\n' +
      'Neighbor System-Description    : Some switch\nNeighbor Port-ID               : 9\nNeighbor Chassis-ID            : 00:00:5e:00:53:01\n' +
      'Neighbor Management-Address    : 192.0.2.73\nNeighbor Port-ID               : Gi1/1\n';
    expect(neighbors('aruba_aoscx', 'show lldp neighbor-info detail', text)).toMatchObject([
      {
        localPort: '1/1/17',
        remoteName: 'edge-1.example.net',
        remotePort: 'Gi1/1',
        managementAddresses: ['192.0.2.73'],
      },
    ]);
  });

  it('have addresses where Junos is asked about one interface', () => {
    const text =
      'LLDP Neighbor Information:\nLocal Information:\nIndex: 1 Time to live: 120\nLocal Interface    : ge-0/0/1\n' +
      'Local Port ID      : 508\n\nNeighbour Information:\nChassis type       : Mac address\nChassis ID         : 00:00:5e:00:53:01\n' +
      'Port ID            : ge-0/0/2\nSystem name        : spine-1\n\nSystem Description : Some router\nPort ID : x\n\n' +
      'System capabilities\n        Supported  : Bridge Router\n        Enabled    : Router\n\nManagement address\n' +
      '        Address Type      : IPv4(1)\n        Address           : 192.0.2.1\n';
    const entry = {
      localPort: 'ge-0/0/1',
      remoteName: 'spine-1',
      remotePort: 'ge-0/0/2',
      managementAddresses: ['192.0.2.1'],
      capabilities: ['Router'],
    };
    const command = 'show lldp neighbors interface ge-0/0/1';
    expect(neighbors('juniper_junos', command, text)).toMatchObject([entry]);
    expect(neighbors('juniper_junos', command, `${text}${text}`)).toMatchObject([entry, entry]);
  });

  it('stand in columns in RouterOS, which does not say their port', () => {
    const text =
      ' # INTERFACE ADDRESS         MAC-ADDRESS       IDENTITY   VERSION    BOARD\n' +
      ' 0 ether13   192.0.2.2       00:00:5E:00:53:01 edge-1     5.99       RB1100AHx2\n' +
      ' 1 bridge                    00:00:5E:00:53:02 edge-2     5.8        RB1000\n';
    expect(neighbors('mikrotik_routeros', '/ip neighbor print', text)).toMatchObject([
      { localPort: 'ether13', remoteName: 'edge-1', remotePort: null, managementAddresses: ['192.0.2.2'] },
      { localPort: 'bridge', remoteName: 'edge-2', remotePort: null, managementAddresses: [] },
    ]);
  });

  it('are pairs of lldpctl, also of ports with a dot in their name', () => {
    const text =
      'lldp.eth0.via=LLDP\nlldp.eth0.chassis.mac=00:00:5e:00:53:01\nlldp.eth0.chassis.name=sw-1\n' +
      'lldp.eth0.chassis.mgmt-ip=192.0.2.1\nlldp.eth0.chassis.mgmt-ip=2001:db8::1\nlldp.eth0.chassis.Bridge.enabled=on\n' +
      'lldp.eth0.chassis.Router.enabled=off\nlldp.eth0.port.ifname=ge-0/0/1\nlldp.eth1.100.via=CDPv2\nlldp.eth1.100.chassis.name=r1\n';
    expect(neighbors('linux', 'lldpctl -f keyvalue', text)).toMatchObject([
      {
        protocol: 'lldp',
        localPort: 'eth0',
        remoteName: 'sw-1',
        remotePort: 'ge-0/0/1',
        managementAddresses: ['192.0.2.1', '2001:db8::1'],
        capabilities: ['Bridge'],
      },
      { protocol: 'cdp', localPort: 'eth1.100', remoteName: 'r1' },
    ]);
  });

  it('of one port are told in detail by ICOS and ProCurve', () => {
    const icos =
      'Local Interface: 1/0/7\n\nRemote Identifier: 2\nChassis ID: 00:00:5E:00:53:0F\nPort ID: 0/11\nSystem Name: edge-7\n' +
      'System Capabilities Enabled: bridge\nManagement Address:\n     Type: IPv4\n     Address: 192.0.2.7\n';
    expect(neighbors('broadcom_icos', 'show lldp remote-device detail 1/0/7', icos)).toMatchObject([
      { localPort: '1/0/7', remoteName: 'edge-7', remotePort: '0/11', managementAddresses: ['192.0.2.7'] },
    ]);
    const procurve =
      '  Local Port   : A2\n  ChassisId    : 00005e-005301\n  PortId       : 1/1/12\n  SysName      : edge-2\n';
    expect(neighbors('hp_procurve', 'show lldp info remote-device A2', procurve)).toMatchObject([
      { localPort: 'A2', remoteName: 'edge-2', remotePort: '1/1/12' },
    ]);
  });
});
