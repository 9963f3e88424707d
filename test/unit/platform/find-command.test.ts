import { describe, expect, it } from 'vitest';
import { findCommand } from '../../../shared/platform/find-command.ts';
import { findPlatform } from '../../../shared/platform/platforms.ts';

function command(platformId: string, text: string): string | undefined {
  const platform = findPlatform(platformId);
  return platform === null ? undefined : findCommand(platform, text)?.command;
}

describe('findCommand', () => {
  it.each([
    ['cisco_ios', 'sh cdp nei det', 'show cdp neighbors detail'],
    ['cisco_ios', 'SH  CDP  NEIGH', 'show cdp neighbors'],
    ['cisco_ios', 'do show lldp neighbor detail', 'show lldp neighbors detail'],
    ['cisco_ios', 'show cdp neighbors GigabitEthernet1/0/1 detail', 'show cdp neighbors detail'],
    ['cisco_ios', 'show lldp neighbors gigabitEthernet 1/0/1 detail', 'show lldp neighbors detail'],
    ['cisco_nxos', 'show cdp neighbors interface Eth1/3', 'show cdp neighbors'],
    ['cisco_xr', 'show lldp neighbors detail location 0/0/CPU0', 'show lldp neighbors detail'],
    ['juniper_junos', 'show lldp neighbors | no-more', 'show lldp neighbors'],
    ['juniper_junos', 'show version|display json', 'show version | display json'],
    ['hp_comware', 'dis lldp nei list', 'display lldp neighbor-information list'],
    ['hp_comware', 'display lldp neighbor-information verbose', 'display lldp neighbor-information verbose'],
    ['aruba_aoscx', 'show lldp neighbors-info detail', 'show lldp neighbor-info detail'],
    ['mikrotik_routeros', '/ip/neighbor/print detail without-paging', 'ip neighbor print detail'],
    ['fortinet', 'diag lldprx port neigh details lan1', 'diagnose lldprx port neighbor details {port}'],
    ['hp_procurve', 'show lldp info remote', 'show lldp info remote-device'],
  ])('of %s takes %s for %s', (platform, text, expected) => {
    expect(command(platform, text)).toBe(expected);
  });

  it('takes no other command for one that it knows', () => {
    expect(command('cisco_ios', 'show clock')).toBeUndefined();
    expect(command('cisco_ios', 'show')).toBeUndefined();
    expect(command('cisco_ios', 'show version brief')).toBeUndefined();
    expect(command('linux', 'uname')).toBeUndefined();
    expect(command('linux', 'u -n')).toBeUndefined();
    expect(command('cisco_ios', '')).toBeUndefined();
  });
});
