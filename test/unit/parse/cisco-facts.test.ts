import { describe, expect, it } from 'vitest';
import { parseCiscoInventory } from '../../../shared/parse/cisco-inventory.ts';
import { parseIosVersion } from '../../../shared/parse/ios-version.ts';
import { parseNxosVersion } from '../../../shared/parse/nxos-version.ts';
import { fixture } from './fixture.ts';

const part = (name: string, descr: string, pid: string, serial: string): string =>
  `NAME: "${name}", DESCR: "${descr}"\nPID: ${pid.padEnd(18)}, VID: V01, SN: ${serial}\n`;

describe('show version', () => {
  it('states every member of an IOS stack', () => {
    expect(parseIosVersion(fixture('ios-stack-version.txt'))).toEqual({
      hostname: 'access-3',
      vendor: 'Cisco',
      model: 'C9300-48P',
      osVersion: '16.12.04',
      serials: ['FOC00000001', 'FOC00000002'],
      uptimeSeconds: 31_536_000 + 2 * 604_800 + 3 * 86_400 + 4 * 3600 + 5 * 60,
      chassisIds: ['00:00:5e:00:53:01', '00:00:5e:00:53:02'],
    });
  });

  it('reads IOS (tm) of the twelves', () => {
    const text =
      'Cisco Internetwork Operating System Software\nIOS (tm) C2950 Software (C2950-I6Q4L2-M), Version 12.1(22)EA4, RELEASE\n' +
      'ROM: Bootstrap program, Version 12.0\nsw uptime is 5 minutes\ncisco WS-C2950T-24 (RC32300) processor with 19911K bytes\n';
    expect(parseIosVersion(text)).toMatchObject({
      model: 'WS-C2950T-24',
      osVersion: '12.1(22)EA4',
      uptimeSeconds: 300,
    });
  });

  it('tells the running NX-OS version from that of the last reset', () => {
    const text =
      'Cisco Nexus Operating System (NX-OS) Software\nSoftware\n  BIOS: version 07.51\n  NXOS: version 9.3(8)\nHardware\n' +
      '  cisco Nexus9000 C93180YC-EX Chassis ("x")\n  Processor Board ID FDO00000001\n  Device name: leaf-1\n' +
      'Kernel uptime is 1 day(s), 2 hour(s), 3 minute(s), 4 second(s)\nLast reset\n  System version: 7.0(3)I4(3)\n';
    expect(parseNxosVersion(text)).toEqual({
      hostname: 'leaf-1',
      vendor: 'Cisco',
      model: 'Nexus9000 C93180YC-EX',
      osVersion: '9.3(8)',
      serials: ['FDO00000001'],
      uptimeSeconds: 93_784,
    });
  });

  it('states nothing for an empty output', () => {
    expect([parseIosVersion(''), parseNxosVersion('')]).toEqual([{}, {}]);
  });
});

describe('show inventory', () => {
  it('takes the chassis, not the parts that name it, nor a fabric extender', () => {
    const text =
      part('Chassis', 'Nexus9000 C9396PX Chassis', 'N9K-C9396PX', 'SAL1') +
      part('Power Supply 1', 'Nexus9000 C9396PX Chassis Power Supply', 'N9K-PAC', 'DCB1') +
      part('FEX 101 CHASSIS', 'N2K-C2248TP-1GE  CHASSIS', 'N2K-C2248TP-1GE', 'FOX1');
    expect(parseCiscoInventory(text)).toEqual({ model: 'N9K-C9396PX', serials: ['SAL1'] });
  });

  it('takes numbered members of a Catalyst 3750 stack, but not the numbered modules of a Catalyst 6500', () => {
    const stack =
      part('1', 'WS-C3750-48P', 'WS-C3750-48P', 'FDO1') + part('2', 'WS-C3750-24P', 'WS-C3750-24P', 'FDO2');
    const modular =
      part('WS-C6509-E', 'Cisco Systems Catalyst 6500 9-slot Chassis System', 'WS-C6509-E', 'SMC1') +
      part('5', 'WS-SUP720-3BXL 2 ports Supervisor Engine 720', 'WS-SUP720-3BXL', 'SAL2');
    expect(parseCiscoInventory(stack).serials).toEqual(['FDO1', 'FDO2']);
    expect(parseCiscoInventory(modular).serials).toEqual(['SMC1']);
  });
});
