import type { Platform } from './platform.ts';

/** NX-OS: Nexus, MDS. Runs OpenSSH, so its ident does not tell it; prompt `name#`. */
export const ciscoNxos = {
  id: 'cisco_nxos',
  title: 'Cisco NX-OS',
  vendor: 'Cisco',
  channel: 'shell',
  detect: {
    ident: [],
    output: [/Cisco Nexus Operating System/i, /\bNX-OS\b/],
    told: [/\bNX-OS\b/i, /Cisco Nexus/i, /^(?:cisco )?N(?:[1-9]K|\d{4})-\S/i],
  },
  prepare: ['terminal length 0', 'terminal width 511'],
  pager: /--More-- ?$/,
  leave: ['exit'],
  rejected: [
    /^[ \t]{0,8}% ?(?:Invalid (?:command|input|parameter)|Incomplete command|Ambiguous command|Permission denied)/im,
    /^[ \t]{0,8}(?:%|ERROR:|Note:)? ?(?:CDP|LLDP) is (?:not enabled|disabled|not running)/im,
    /^[ \t]{0,8}% ?(?:Service not enabled|String exceeded)/im,
  ],
  lines: {
    list: 'show users',
    connections: 'show sockets connection tcp',
    parser: 'nxos',
    clear: 'clear line pts/{line}',
  },
  commands: [
    { command: 'show version', reads: 'facts', parser: 'nxos-version' },
    { command: 'show version | json', reads: 'facts', parser: 'nxos-version-json' },
    { command: 'show hostname', reads: 'facts', parser: 'hostname' },
    { command: 'show switchname', reads: 'facts', parser: 'hostname' },
    { command: 'show inventory', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show inventory all', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show inventory chassis', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show hostname | json', reads: 'facts', parser: 'nxos-hostname-json' },
    { command: 'show inventory | json', reads: 'facts', parser: 'nxos-inventory-json' },
    { command: 'show running-config | include hostname', reads: 'facts', parser: 'config-hostname' },
    { command: 'show cdp neighbors detail', reads: 'neighbors', parser: 'cisco-cdp-detail' },
    { command: 'show cdp entry all', reads: 'neighbors', parser: 'cisco-cdp-detail' },
    { command: 'show cdp neighbors detail | json', reads: 'neighbors', parser: 'nxos-cdp-json' },
    { command: 'show cdp neighbors', reads: 'neighbors', parser: 'cisco-cdp-brief' },
    { command: 'show lldp neighbors detail', reads: 'neighbors', parser: 'cisco-lldp-detail' },
    { command: 'show lldp neighbors detail | json', reads: 'neighbors', parser: 'nxos-lldp-json' },
    { command: 'show lldp neighbors', reads: 'neighbors', parser: 'cisco-lldp-brief' },
    { command: 'show cdp neighbors | json', reads: 'neighbors', parser: 'nxos-cdp-json' },
    { command: 'show lldp neighbors | json', reads: 'neighbors', parser: 'nxos-lldp-json' },
    { command: 'show vlan brief', reads: 'vlans', parser: 'vlan-table' },
    { command: 'show ip interface brief vrf all', reads: 'addresses', parser: 'ip-brief' },
    { command: 'show ip interface brief', reads: 'addresses', parser: 'ip-brief' },
    { command: 'show ipv6 interface brief vrf all', reads: 'addresses', parser: 'ipv6-brief' },
  ],
  probe: {
    // In text, a neighbor's description may hold lines that look like an entry of its own; JSON keeps them apart.
    facts: [{ command: 'show version | json', fallbacks: ['show version'] }],
    neighbors: [
      {
        command: 'show cdp neighbors detail | json',
        fallbacks: ['show cdp neighbors detail', 'show cdp neighbors'],
      },
      {
        command: 'show lldp neighbors detail | json',
        fallbacks: ['show lldp neighbors detail', 'show lldp neighbors'],
      },
    ],
  },
  collect: {
    vlans: [{ command: 'show vlan brief' }],
    addresses: [
      { command: 'show ip interface brief vrf all', fallbacks: ['show ip interface brief'] },
      { command: 'show ipv6 interface brief vrf all' },
    ],
  },
} as const satisfies Platform;
