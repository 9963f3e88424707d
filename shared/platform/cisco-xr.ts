import type { Platform } from './platform.ts';

/** IOS-XR: ASR 9000, NCS, CRS, 8000. Prompt `RP/0/RSP0/CPU0:name#`; a time stamp stands above every output. */
export const ciscoXr = {
  id: 'cisco_xr',
  title: 'Cisco IOS-XR',
  vendor: 'Cisco',
  channel: 'shell',
  detect: {
    ident: [/^SSH-(?:2\.0|1\.99)-Cisco-2\./],
    output: [/Cisco IOS[ -]XR Software/i],
    told: [
      /Cisco IOS[ -]XR Software/i,
      // The LLDP system description since release 6: `7.9.2, 8000`, `6.5.3, NCS-5500`
      /^\d{1,2}\.\d{1,2}\.\d{1,3}(?:\.\w{1,8})?,? (?:LNT, )?(?:NCS|ASR|CRS|8\d{3}|IOS[ -]XRv)/m,
      /\bcisco (?:ASR9K|ASR-?90\d\d|CRS|NCS-?\d|IOS[ -]XRv|8[02]\d\d)/i,
    ],
    prompt: [/^RP\/\d{1,3}\/\w{1,8}(?:\/\w{1,8})?:/],
  },
  prepare: ['terminal length 0', 'terminal width 511'],
  pager: /--More-- ?$/,
  leave: ['exit'],
  rejected: [
    /^[ \t]{0,8}% ?(?:Invalid input|Incomplete command|Ambiguous command|Unknown command|Permission denied|This command is not authorized|(?:LLDP|CDP) is not (?:enabled|running))/im,
    /^[ \t]{0,8}%? ?(?:CDP|LLDP) is not (?:enabled|running|configured)/im,
  ],
  commands: [
    { command: 'show version', reads: 'facts', parser: 'iosxr-version' },
    { command: 'show version brief', reads: 'facts', parser: 'iosxr-version' },
    { command: 'show version detail', reads: 'facts', parser: 'iosxr-version' },
    { command: 'show inventory', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show inventory all', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show inventory chassis', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'admin show inventory', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'admin show inventory chassis', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show running-config hostname', reads: 'facts', parser: 'config-hostname' },
    { command: 'show cdp neighbors detail', reads: 'neighbors', parser: 'cisco-cdp-detail' },
    { command: 'show cdp neighbors', reads: 'neighbors', parser: 'cisco-cdp-brief' },
    { command: 'show lldp neighbors detail', reads: 'neighbors', parser: 'cisco-lldp-detail' },
    { command: 'show lldp neighbors', reads: 'neighbors', parser: 'cisco-lldp-brief' },
    { command: 'show ip interface brief', reads: 'addresses', parser: 'ip-brief' },
    { command: 'show ipv6 interface brief', reads: 'addresses', parser: 'ipv6-brief' },
  ],
  probe: {
    facts: [
      { command: 'show version brief', fallbacks: ['show version'] },
      { command: 'admin show inventory', fallbacks: ['show inventory'] },
    ],
    neighbors: [
      { command: 'show cdp neighbors detail', fallbacks: ['show cdp neighbors'] },
      { command: 'show lldp neighbors detail', fallbacks: ['show lldp neighbors'] },
    ],
  },
  collect: {
    addresses: [{ command: 'show ip interface brief' }, { command: 'show ipv6 interface brief' }],
  },
} as const satisfies Platform;
