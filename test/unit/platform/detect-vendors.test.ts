import { describe, expect, it } from 'vitest';
import {
  detectFromIdent,
  detectFromOutput,
  detectFromPrompt,
  detectFromTold,
} from '../../../shared/platform/detect.ts';
import { PLATFORMS } from '../../../shared/platform/platforms.ts';

/** What each says to `show version` or its like, and what its neighbors are told. */
const OUTPUTS: readonly (readonly [string, string])[] = [
  ['arista_eos', 'Arista DCS-7050SX-64\r\nHardware version: 01.01\r\nSoftware image version: 4.28.9M\r\n'],
  [
    'juniper_junos',
    'Hostname: lab\nModel: qfx5100-48t-6q\nJunos: 21.4R3-S3.4\nJUNOS Base OS boot [21.4R3-S3.4]\n',
  ],
  ['juniper_junos', 'Hostname: fw\nModel: srx240h\nJUNOS Software Release [12.1X44-D35.5]\n'],
  ['cisco_xr', 'Cisco IOS XR Software, Version 6.5.1\nCopyright (c) 2013-2018 by Cisco Systems, Inc.\n'],
  ['aruba_aoscx', '-----\nArubaOS-CX\n(c) Copyright 2017-2021 Hewlett Packard Enterprise Development LP\n'],
  ['paloalto_panos', '\nInvalid syntax.\n'],
  ['paloalto_panos', 'Unknown command: show version\r\n'],
  ['paloalto_panos', 'hostname: pa1\nfamily: vm\nmodel: PA-VM\nserial: unknown\nsw-version: 10.1.6\n'],
  ['cisco_asa', 'Cisco Adaptive Security Appliance Software Version 9.5(2)204\nCompiled by builders\n'],
  ['cisco_wlc_ssh', 'Product Name..................................... Cisco Controller\n'],
  ['cisco_s300', 'SW version    1.3.7.18 ( date  12-Jan-2014 time  18:02:59 )\n'],
  ['fortinet', 'Version: FortiGate-60F v7.4.8,build2795,250523 (GA.M)\nSerial-Number: FGT60F0001\n'],
  ['mikrotik_routeros', '                 version: 6.48.6\n                platform: MikroTik\n'],
];

const TOLD: readonly (readonly [string, string])[] = [
  ['arista_eos', 'Arista Networks EOS version 4.15.2F running on an Arista Networks vEOS'],
  ['juniper_junos', 'Juniper Networks, Inc. vmx internet router, kernel JUNOS 15.1F4.15, Build date: 2015'],
  ['cisco_xr', '7.9.2, 8000'],
  ['cisco_xr', 'cisco ASR9K Series\nCisco IOS XR Software, Version 5.3.4[Default]'],
  ['aruba_aoscx', 'Aruba JL635A  GL.10.05.0021'],
  ['paloalto_panos', 'Palo Alto Networks PA-3400 series firewall'],
  ['cisco_wlc_ssh', 'AIR-CT5508-K9\nManufacturer Name: Cisco Systems Inc.  Product Name: Cisco Controller'],
  ['cisco_s300', 'SG300-28 28-Port Gigabit Managed Switch'],
  ['fortinet', 'FortiGate-60F v7.4.8,build2795'],
  ['mikrotik_routeros', 'RB750UPr2\nMikroTik RouterOS 6.48.6 (long-term) RB750UPr2'],
];

const PROMPTS: readonly (readonly [string, string | undefined])[] = [
  ['RP/0/RSP0/CPU0:core-1#', 'cisco_xr'],
  ['admin@pa-1(active)>', 'paloalto_panos'],
  ['(Cisco Controller) >', 'cisco_wlc_ssh'],
  ['FGT-fw-a # ', 'fortinet'],
  ['fgt (root) # ', 'fortinet'],
  ['[admin@MikroTik] > ', 'mikrotik_routeros'],
  ['[admin@gw-1] /ip/neighbor> ', 'mikrotik_routeros'],
  ['sw-1#', undefined],
  ['ops@r1>', undefined],
  ['X440.12 # ', undefined],
  ['(Routing) >', undefined],
  ['[root@node-1 ~]# ', 'linux'],
];

describe('detection among all platforms', () => {
  it.each(OUTPUTS)('takes what %s prints for nothing else', (id, text) => {
    expect(detectFromOutput(text)?.id).toBe(id);
    const others = PLATFORMS.filter((platform) => platform.id !== id);
    expect(others.filter(({ detect }) => detect.output.some((one) => one.test(text)))).toEqual([]);
  });

  it.each(TOLD)('takes what a %s tells its neighbors for nothing else', (id, text) => {
    expect(detectFromTold(text)?.id).toBe(id);
    const others = PLATFORMS.filter((platform) => platform.id !== id);
    expect(others.filter(({ detect }) => detect.told.some((one) => one.test(text)))).toEqual([]);
  });

  it.each(PROMPTS)('takes the prompt %j for %s', (prompt, id) => {
    expect(detectFromPrompt(prompt)?.id).toBe(id);
  });

  it.each([
    ['SSH-2.0-Cisco-2.0', 'cisco_xr'],
    ['SSH-2.0-CISCO_WLC', 'cisco_wlc_ssh'],
    ['SSH-2.0-ROSSSH', 'mikrotik_routeros'],
    // EOS, Junos, NX-OS, AOS-CX and PAN-OS all run it.
    ['SSH-2.0-OpenSSH_8.7', undefined],
  ])('takes the ident %s for %s', (ident, id) => {
    expect(detectFromIdent(ident)?.id).toBe(id);
  });
});

describe('a pager prompt', () => {
  it.each([
    ['arista_eos', ' --More-- '],
    ['juniper_junos', '---(more 45%)---'],
    ['juniper_junos', '---(more)---'],
    ['cisco_asa', '<--- More --->'],
    ['cisco_wlc_ssh', '--More-- or (q)uit'],
    ['cisco_s300', 'More: <space>,  Quit: q or CTRL+Z, One line: <return>'],
    ['paloalto_panos', 'lines 1-23'],
    ['paloalto_panos', 'lines 24-46/46 (END)'],
    ['fortinet', '--More-- '],
    ['mikrotik_routeros', '-- [Q quit|D dump|down]'],
    ['aruba_aoscx', '-- MORE --, next page: Space, next line: Enter, quit: q'],
  ])('of %s is known: %j', (id, text) => {
    expect(PLATFORMS.find((platform) => platform.id === id)?.pager.test(text)).toBe(true);
  });
});

describe('a rejection', () => {
  it.each([
    ['arista_eos', '% Invalid input'],
    ['arista_eos', '% This is an unconverted command'],
    ['juniper_junos', '             ^\nsyntax error, expecting <command>.'],
    ['juniper_junos', '                ^\nunknown command.'],
    ['juniper_junos', 'error: the l2cpd subsystem is not running'],
    ['cisco_xr', "                ^\n% Invalid input detected at '^' marker."],
    ['cisco_xr', '% LLDP is not enabled'],
    ['aruba_aoscx', 'Invalid input: foo'],
    ['paloalto_panos', 'Invalid syntax.'],
    ['paloalto_panos', 'Unknown command: version'],
    ['cisco_asa', "ERROR: % Invalid input detected at '^' marker."],
    ['cisco_wlc_ssh', "Incorrect usage.  Use the '?' or <TAB> key to list commands."],
    ['cisco_s300', '% Unrecognized command'],
    ['fortinet', "command parse error before 'lldprx'\nCommand fail. Return code -61"],
    ['fortinet', 'Unknown action 0'],
    ['mikrotik_routeros', 'bad command name foo (line 1 column 1)'],
  ])('of %s is an answer: %j', (id, text) => {
    const rejected = PLATFORMS.find((platform) => platform.id === id)?.rejected ?? [];
    expect(rejected.some((pattern) => pattern.test(text))).toBe(true);
  });
});
