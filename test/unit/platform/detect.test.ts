import { describe, expect, it } from 'vitest';
import {
  detectFromIdent,
  detectFromOutput,
  detectFromPrompt,
  detectFromTold,
} from '../../../shared/platform/detect.ts';
import { findPlatform } from '../../../shared/platform/platforms.ts';

describe('detection', () => {
  it.each([
    ['SSH-2.0-Cisco-1.25', 'cisco_ios'],
    ['SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3', 'linux'],
    ['SSH-2.0-OpenSSH_8.3', undefined],
  ])('takes %s for %s', (ident, id) => {
    expect(detectFromIdent(ident)?.id).toBe(id);
  });

  it.each([
    [
      'cisco WS-C3750-48TS\nCisco IOS Software, C3750 Software (C3750-IPBASEK9-M), Version 12.2(44)SE2',
      'cisco_ios',
    ],
    ['Cisco IOS Software [IOSXE], Linux Software (X86_64BI_LINUX_L2-M), Version 17.15.1', 'cisco_ios'],
    ['Cisco Nexus Operating System (NX-OS) Software 9.3(8)', 'cisco_nxos'],
    ['N9K-C9372TX', 'cisco_nxos'],
    ['Linux', 'linux'],
    ['Debian GNU/Linux 12 (bookworm) Linux 6.18.44 #1 SMP', 'linux'],
    ['HPE OfficeConnect Switch 1820 48G J9981A, PT.02.01, Linux 3.6.5-79c95a77', undefined],
    ['Dragonfly', undefined],
  ])('is told of %j as %s', (text, id) => {
    const found = detectFromTold(text);
    // Further platforms may know a text that these three do not.
    if (id === undefined) expect(['cisco_ios', 'cisco_nxos', 'linux']).not.toContain(found?.id);
    else expect(found?.id).toBe(id);
  });

  it('knows a shell by its prompt and devices by what they print', () => {
    expect(detectFromPrompt('ops@node-1:~$ ')?.id).toBe('linux');
    expect(detectFromOutput('Cisco IOS XE Software, Version 16.09.03')?.id).toBe('cisco_ios');
    expect(detectFromOutput('Cisco Nexus Operating System (NX-OS) Software')?.id).toBe('cisco_nxos');
    expect(detectFromOutput('')).toBeNull();
  });
});

describe('a rejected command', () => {
  it.each([
    ['cisco_ios', "        ^\n% Invalid input detected at '^' marker."],
    ['cisco_ios', '% CDP is not enabled'],
    ['cisco_nxos', "% Invalid command at '^' marker."],
    ['linux', 'bash: line 1: lldpcli: command not found'],
    [
      'linux',
      '2026-11-23T17:41:37 [WARN/control] unable to connect to socket /run/lldpd.socket: Connection refused',
    ],
  ])('is recognised on %s in %j', (id, text) => {
    expect(findPlatform(id)?.rejected.some((pattern) => pattern.test(text))).toBe(true);
  });

  it('is not imitated by the description of a neighbor', () => {
    const text = '{"descr": "x: Permission denied"}\n    SysDescr:  sh: lldpcli: not found\n';
    expect(findPlatform('linux')?.rejected.some((pattern) => pattern.test(text))).toBe(false);
  });
});
