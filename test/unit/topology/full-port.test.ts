import { describe, expect, test } from 'vitest';
import { fullPort } from '../../../shared/topology/full-port.ts';

describe('the full name of a port', () => {
  test.each([
    ['Gi1/0/1', 'cisco_ios', 'GigabitEthernet1/0/1'],
    ['Gig 1/0/1', 'cisco_ios', 'GigabitEthernet1/0/1'],
    ['Te1/1/1.100', 'cisco_ios', 'TenGigabitEthernet1/1/1.100'],
    ['Eth1/49/1', 'cisco_nxos', 'Ethernet1/49/1'],
    ['TwentyFiveGigE1/0/3', 'cisco_ios', 'TwentyFiveGigE1/0/3'],
    ['ge-0/0/1.0', 'juniper_junos', 'ge-0/0/1'],
  ])('of %s on %s is %s', (short, platform, full) => {
    expect(fullPort(short, platform)).toBe(full);
  });

  test.each([
    ['mgmt0', 'cisco_nxos'],
    ['eth1', 'linux'],
    ['ge-0/0/1', 'juniper_junos'],
    ['ge-0/0/1.100', 'juniper_junos'],
    ['ae0.0', 'juniper_junos'],
    ['eth1.0', 'linux'],
    ['02:4e:57:01:03:01', 'cisco_ios'],
    ['uplink to core', 'cisco_ios'],
  ])('leaves %s on %s as it is', (port, platform) => {
    expect(fullPort(port, platform)).toBe(port);
  });
});
