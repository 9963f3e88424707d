import { describe, expect, it } from 'vitest';
import { PARSERS } from '../../../shared/parse/parsers.ts';

const parse = (key: string, text: string): unknown => PARSERS[key]?.parse(text);

describe('facts of switches', () => {
  it('takes every member of a Comware stack, without fans, cards and power supplies', () => {
    const unit = (title: string, name: string, serial: string) =>
      `${title}\n DEVICE_NAME          : ${name}\n DEVICE_SERIAL_NUMBER : ${serial}\n VENDOR_NAME          : HPE\n`;
    const text =
      unit(' Slot 1 CPU 0:', '5130-24G', 'CN11AA0001') +
      unit('SubSlot 1', 'LSP1', 'CN11AA0009') +
      unit('Fan 1:', 'NONE', 'NONE') +
      unit(' Slot 2 CPU 0:', '5130-24G', 'CN11AA0002');
    expect(parse('comware-manuinfo', text)).toEqual({
      vendor: 'HPE',
      model: '5130-24G',
      serials: ['CN11AA0001', 'CN11AA0002'],
    });
  });

  it('reads versions of Comware and VRP, and not the uptime of a board', () => {
    const comware =
      'HPE Comware Software, Version 7.1.070, Release 3208P03\nHPE 5130 24G EI Switch uptime is 0 weeks, 1 day, 2 hours, 3 minutes\n';
    expect(parse('comware-version', comware)).toEqual({
      vendor: 'HPE',
      model: '5130 24G EI',
      osVersion: '7.1.070, Release 3208P03',
      uptimeSeconds: 93_780,
    });
    const vrp =
      'VRP (R) software, Version 5.170 (S5735 V200R021C00SPC600)\nMPU 7(Master)  : uptime is 9 days\nHUAWEI S5735-L8 Routing Switch uptime is 1 week\n';
    expect(parse('comware-version', vrp)).toEqual({
      vendor: 'Huawei',
      model: 'S5735-L8',
      osVersion: '5.170 (S5735 V200R021C00SPC600)',
      uptimeSeconds: 604_800,
    });
    expect(parse('vrp-esn', 'ESN of slot 0: 2102350000001\nESN of slot 1: 2102350000002\n')).toEqual({
      serials: ['2102350000001', '2102350000002'],
    });
  });

  it('reads what a device says of itself, and not its ports', () => {
    const text =
      'Global LLDP local-information:\n Chassis ID          : 0012-3456-0001\n System name         : core-1\nLLDP local-information of port 1[GE1/0/1]:\n Chassis ID : 0\n';
    expect(parse('lldp-local', text)).toEqual({ hostname: 'core-1', chassisIds: ['0012-3456-0001'] });
  });

  it('reads the two columns and the chassis of a ProCurve', () => {
    const text = `  System Name        : sw-1
  Software revision  : K.15.06.0017         Base MAC Addr      : 001234-560001
  ROM Version        : K.15.29              Serial Number      : SG11AA0001
  Up Time            : 3 hours              Memory   - Total   : 128,380,928
`;
    expect(parse('procurve-system', text)).toEqual({
      hostname: 'sw-1',
      osVersion: 'K.15.06.0017',
      serials: ['SG11AA0001'],
      uptimeSeconds: 10_800,
      chassisIds: ['001234-560001'],
    });
    const modules = '  Chassis: 5406Rzl2 J9850A         Serial Number:   SG11AA0002\n';
    expect(parse('procurve-modules', modules)).toEqual({ model: '5406Rzl2 J9850A', serials: ['SG11AA0002'] });
  });

  it('reads AOS, whose values end with a comma', () => {
    const system =
      'System:\n  Description:  Alcatel-Lucent OS6860E-P24 8.4.1.170.R03 GA, June 23, 2017.,\n  Up Time:      1 days 0 hours 1 minutes and 5 seconds,\n  Name:         sw-8,\n';
    expect(parse('aos-system', system)).toEqual({
      hostname: 'sw-8',
      vendor: 'Alcatel-Lucent',
      model: 'OS6860E-P24',
      osVersion: '8.4.1.170.R03',
      uptimeSeconds: 86_465,
    });
    const chassis =
      'Local Chassis ID 1 (Master)\n  Model Name:                    OS6860E-P24,\n  Serial Number:                 X1182300,\n';
    expect(parse('aos-chassis', chassis)).toEqual({ model: 'OS6860E-P24', serials: ['X1182300'] });
  });

  it('reads AlliedWare Plus without a host name, and without the serial numbers of parts', () => {
    const text = `Board      ID   Bay     Board Name                        Rev   Serial number
Base       370  Base    x510-28GTX                        A-0   A05050G1
PSU        212  PSU1    AT-PWR250                         B-1   A05051G2
Uptime             : 6 days 01:00:10
Software version   : 5.4.4
System Name
System Contact
`;
    expect(parse('awplus-system', text)).toEqual({
      model: 'x510-28GTX',
      osVersion: '5.4.4',
      serials: ['A05050G1'],
      uptimeSeconds: 522_010,
    });
  });

  it('takes the chassis where there is one', () => {
    const text = `Chassis    315          AT-SBx8112                        A-0   A0427641
Base       370  Base    AT-SBx81CFC400                    A-0   A0505000
`;
    expect(parse('awplus-system', text)).toEqual({ model: 'AT-SBx8112', serials: ['A0427641'] });
  });

  it('reads ICOS, FastIron, NetIron, SAOS and OcNOS', () => {
    const icos =
      'System Description............................. LB9, 2.3\nMachine Model.................................. LB9\nSerial Number.................................. QT1\nSoftware Version............................... 2.3.2.12\n';
    expect(parse('icos-version', icos)).toEqual({ model: 'LB9', osVersion: '2.3.2.12', serials: ['QT1'] });
    const fastiron = `  Copyright (c) 1996-2016 Ruckus Wireless, Inc. All rights reserved.
        SW: Version 08.0.61aT211
  HW: Stackable ICX7450-48
UNIT 1: SL 1: ICX7450-48 48-port Management Module
      Serial  #:CYT0000001
UNIT 1: SL 2: ICX7400-4X10GF 4-port 40G Module
      Serial  #:CRH0000002
UNIT 2: SL 1: ICX7450-48 48-port Management Module
      Serial  #:CYT0000003
STACKID 1  system uptime is 2 day(s) 1 hour(s)
`;
    expect(parse('brocade-version', fastiron)).toEqual({
      vendor: 'Ruckus',
      model: 'ICX7450-48',
      osVersion: '08.0.61aT211',
      serials: ['CYT0000001', 'CYT0000003'],
      uptimeSeconds: 176_400,
    });
    const netiron =
      'Chassis: MLXe 4-slot (Serial #: BGB0000001,  Part #: 40-1000361-06)\nIronWare : Version 5.6.0cT163 Copyright (c) 1996-2014 Brocade Communications Systems, Inc.\n';
    expect(parse('brocade-version', netiron)).toEqual({
      vendor: 'Brocade',
      model: 'MLXe 4-slot',
      osVersion: '5.6.0cT163',
      serials: ['BGB0000001'],
    });
    expect(parse('ciena-software', '| Running Package     : saos-06-14-00-0295   |\n')).toEqual({
      osVersion: 'saos-06-14-00-0295',
    });
    const ocnos = ' Software Product: OcNOS, Version: 1.3.4.268\n Hardware Model: Edgecore AS5812-54X\n';
    expect(parse('ocnos-version', ocnos)).toEqual({
      vendor: 'IP Infusion',
      model: 'Edgecore AS5812-54X',
      osVersion: '1.3.4.268',
    });
  });
});
