import type { Platform } from './platform.ts';

/** IOS and IOS-XE: Catalyst, ISR, ASR 1000, CSR. Prompt `name>` or `name#`. */
export const ciscoIos = {
  id: 'cisco_ios',
  title: 'Cisco IOS and IOS-XE',
  vendor: 'Cisco',
  channel: 'shell',
  detect: {
    ident: [/^SSH-(?:2\.0|1\.99)-Cisco-1\./],
    output: [
      /Cisco IOS Software/,
      /Cisco IOS[ -]XE Software/i,
      /Cisco Internetwork Operating System Software/,
      /^IOS \(tm\)/m,
    ],
    told: [
      /Cisco IOS Software/,
      /Cisco IOS[ -]XE Software/i,
      /Cisco Internetwork Operating System Software/,
      /\bIOS \(tm\)/,
    ],
  },
  prepare: ['terminal length 0', 'terminal width 511'],
  pager: /--More-- ?$/,
  leave: ['exit'],
  rejected: [
    /^[ \t]{0,8}% ?(?:Invalid input|Unknown command|Incomplete command|Ambiguous command|Unrecognized|Authorization failed|Command authorization failed)/im,
    /^[ \t]{0,8}%? ?(?:CDP|LLDP) is (?:not enabled|disabled|not running|not supported)/im,
    /^Command authorization failed/im,
    /^[ \t]{0,8}% ?Bad IP address or host name/m,
  ],
  lines: {
    list: 'show users',
    connections: 'show tcp brief',
    parser: 'ios',
    clear: 'clear line vty {line}',
    confirm: /\[confirm\] ?$/,
  },
  enable: { command: 'enable', password: /[Pp]assword: ?$/ },
  commands: [
    { command: 'show version', reads: 'facts', parser: 'ios-version' },
    { command: 'show inventory', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show inventory raw', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show inventory all', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show inventory oid', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show running-config | include hostname', reads: 'facts', parser: 'config-hostname' },
    { command: 'show cdp neighbors detail', reads: 'neighbors', parser: 'cisco-cdp-detail' },
    { command: 'show cdp neighbors', reads: 'neighbors', parser: 'cisco-cdp-brief' },
    { command: 'show lldp neighbors detail', reads: 'neighbors', parser: 'cisco-lldp-detail' },
    { command: 'show lldp neighbors', reads: 'neighbors', parser: 'cisco-lldp-brief' },
    { command: 'show cdp entry *', reads: 'neighbors', parser: 'cisco-cdp-detail' },
    { command: 'show cdp entry {port}', reads: 'neighbors', parser: 'cisco-cdp-detail' },
    { command: 'show lldp entry *', reads: 'neighbors', parser: 'cisco-lldp-detail' },
    { command: 'show lldp entry {port}', reads: 'neighbors', parser: 'cisco-lldp-detail' },
    { command: 'show vlan brief', reads: 'vlans', parser: 'vlan-table' },
    { command: 'show ip interface brief', reads: 'addresses', parser: 'ip-brief' },
    { command: 'show ipv6 interface brief', reads: 'addresses', parser: 'ipv6-brief' },
  ],
  probe: {
    facts: [{ command: 'show version' }],
    neighbors: [
      { command: 'show cdp neighbors detail', fallbacks: ['show cdp neighbors'] },
      {
        command: 'show lldp neighbors detail',
        fallbacks: ['show lldp neighbors'],
        localPortsFrom: 'show lldp neighbors',
      },
    ],
  },
  collect: {
    vlans: [{ command: 'show vlan brief' }],
    addresses: [{ command: 'show ip interface brief' }, { command: 'show ipv6 interface brief' }],
  },
} as const satisfies Platform;
