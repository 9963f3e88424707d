import { describe, expect, it } from 'vitest';
import { detectFromIdent, detectFromOutput, detectFromTold } from '../../../shared/platform/detect.ts';
import { findPlatform } from '../../../shared/platform/platforms.ts';

describe('detection of switches', () => {
  it.each([
    ['SSH-2.0-Comware-7.1.070', 'hp_comware'],
    ['SSH-2.0-HUAWEI-1.5', 'huawei_vrp'],
    ['SSH-2.0-Mocana SSH 6.3', 'hp_procurve'],
  ])('takes %s for %s', (ident, id) => {
    expect(detectFromIdent(ident)?.id).toBe(id);
  });

  it.each([
    ['H3C Comware Platform Software, Software Version 7.1.045,\nRelease 1005P09', 'hp_comware'],
    ['S5735-L48\nHuawei Versatile Routing Platform Software\nVRP (R) software, Version 5.170', 'huawei_vrp'],
    ['HP J9726A 2920-24G Switch, revision WB.16.10.0015, ROM WB.16.03', 'hp_procurve'],
    ['Aruba JL357A 2540-48G-PoE+-4SFP+ Switch, revision YC.16.0...', 'hp_procurve'],
    ['Aruba JL635A  GL.10.13.1050', 'aruba_aoscx'],
    ['Alcatel-Lucent Enterprise OS6360-P24 8.7.98.R01 GA, June 01, 2021.', 'alcatel_aos'],
    ['Alcatel-Lucent Enterprise OAW-AP1201H 1.0.0.10', undefined],
    ['Allied Telesis router/switch, AW+ v5.4.5-1.3', 'allied_telesis_awplus'],
    [
      'LY2R - 48 TENGIG, Four 40GbE  PORTS, 3.2.2.42, Linux 3.8.13-rt9-4143e257, U-Boot 2010.12',
      'broadcom_icos',
    ],
    ['HPE OfficeConnect Switch 1820 48G J9981A, PT.02.01, Linux 3.6.5-79c95a77', undefined],
    ['Brocade MLXe (System Mode: MLX), IronWare Version V5.6.0cT163 Compiled on', 'brocade_netiron'],
    ['Brocade NetIron CER, Extended route scalability, IronWare Version V5.8.0bT183', 'brocade_netiron'],
    ['Ruckus Wireless, Inc. ICX7150-48-POE, IronWare Version 08.0.61aT211', 'brocade_fastiron'],
    [
      'Brocade Communications Systems, Inc. Stacking System ICX6450-48, IronWare Version 08.0.30',
      'brocade_fastiron',
    ],
    ['Ciena 3916 Service Delivery Switch', 'ciena_saos'],
    ['Hardware Model:EdgecoreAS7712-32X, Software version: OcNOS,1.3.8', 'ipinfusion_ocnos'],
  ])('is told of %j as %s', (text, id) => {
    expect(detectFromTold(text)?.id).toBe(id);
  });

  // The first command is `show version`, which some of them do not know.
  it.each([
    [" % Unrecognized command found at '^' position.", 'hp_comware'],
    ["Error: Unrecognized command found at '^' position.", 'huawei_vrp'],
    ['Image stamp:    /ws/swbuildm/rel_ajanta\n                WB.16.10.0015', 'hp_procurve'],
    ['ERROR: Invalid entry: "version"', 'alcatel_aos'],
    ['AlliedWare Plus (TM) 5.4.7 09/01/17', 'allied_telesis_awplus'],
    ['Machine Model.................................. LB9\n', 'broadcom_icos'],
    ['IronWare : Version 5.6.0cT163 Copyright (c) 1996-2014 Brocade', 'brocade_netiron'],
    ['    UNIT 1: compiled on May 19 2016 at 01:15:45 labeled as ICX64S08030h', 'brocade_fastiron'],
    ["SHELL PARSER FAILURE: 'show version' - unknown input", 'ciena_saos'],
    [' Software Product: OcNOS, Version: 1.3.4.268', 'ipinfusion_ocnos'],
    ["% Invalid input detected at '^' marker.", undefined],
  ])('knows a device that prints %j as %s', (text, id) => {
    expect(detectFromOutput(text)?.id).toBe(id);
  });

  it.each([
    ['hp_comware', " % Unrecognized command found at '^' position."],
    ['huawei_vrp', "Error: Unrecognized command found at '^' position."],
    ['huawei_vrp', 'Info: Global LLDP is not enabled.'],
    ['hp_procurve', 'Invalid input: modules'],
    ['alcatel_aos', 'ERROR: Invalid entry: "lldp"'],
    ['allied_telesis_awplus', "% Invalid input detected at '^' marker."],
    ['broadcom_icos', "% Invalid input detected at '^' marker."],
    ['brocade_netiron', 'Invalid input -> lldp neighbors\nType ? for a list'],
    ['brocade_fastiron', 'Invalid input -> lldp neighbors\nType ? for a list'],
    ['ciena_saos', "SHELL PARSER FAILURE: 'lldp show' - unknown input"],
    ['ipinfusion_ocnos', "% Invalid input detected at '^' marker."],
  ])('has %s reject with %j', (id, text) => {
    expect(findPlatform(id)?.rejected.some((pattern) => pattern.test(text))).toBe(true);
  });
});

describe('pagers', () => {
  it.each([
    ['hp_comware', '  ---- More ----'],
    ['huawei_vrp', '  ---- More ----'],
    ['hp_procurve', '-- MORE --, next page: Space, next line: Enter, quit: Control-C'],
    ['allied_telesis_awplus', '--More-- '],
    ['broadcom_icos', '--More-- or (q)uit'],
    ['brocade_fastiron', '--More--, next page: Space, next line: Return key, quit: Control-c'],
    ['brocade_netiron', '--More--, next page: Space, next line: Return key, quit: Control-c'],
    ['ipinfusion_ocnos', '--More--'],
  ])('of %s are known by %j', (id, text) => {
    expect(findPlatform(id)?.pager.test(`a line\n${text}`)).toBe(true);
  });
});
