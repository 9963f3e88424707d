import type { Platform } from './platform.ts';

/** AOS-CX: Aruba CX 6000 to 10000. Runs OpenSSH; prompt `name#` or `name>`. */
export const arubaAoscx = {
  id: 'aruba_aoscx',
  title: 'Aruba AOS-CX',
  vendor: 'Aruba',
  channel: 'shell',
  detect: {
    ident: [],
    output: [/^(?:ArubaOS-CX|AOS-CX|HPE ANW AOS-CX)\b/m],
    // `Aruba JL635A  GL.10.05.0021`; AOS-S of the same vendor says `..., revision WC.16.11.0021`.
    told: [/\b(?:ArubaOS|AOS)-CX\b/, /^(?:Aruba|HPE?)[^\n,]{1,80} [A-Z]{2}\.10\.\d{2}\.\d{4}/m],
  },
  prepare: ['no page'],
  pager: /-- MORE --, next page: Space[^\n]{0,60}$|--More-- ?$/i,
  leave: ['exit'],
  rejected: [
    /^[ \t]{0,8}(?:%|Error:)? ?(?:Invalid input|Command incomplete|Ambiguous command|Unknown command|LLDP is (?:disabled|not enabled)|Cannot execute command)/im,
  ],
  commands: [
    { command: 'show system', reads: 'facts', parser: 'aoscx-system' },
    { command: 'show version', reads: 'facts', parser: 'aoscx-system' },
    { command: 'show system inventory', reads: 'facts', parser: 'aoscx-inventory' },
    { command: 'show vsf detail', reads: 'facts', parser: 'vsf-detail' },
    { command: 'show hostname', reads: 'facts', parser: 'hostname' },
    { command: 'show lldp neighbor-info detail', reads: 'neighbors', parser: 'aoscx-lldp-detail' },
    { command: 'show lldp neighbor-info', reads: 'neighbors', parser: 'aoscx-lldp-brief' },
    { command: 'show vlan', reads: 'vlans', parser: 'vlan-table' },
    { command: 'show ip interface brief', reads: 'addresses', parser: 'ip-brief' },
  ],
  probe: {
    facts: [{ command: 'show system', fallbacks: ['show version'] }],
    neighbors: [{ command: 'show lldp neighbor-info detail', fallbacks: ['show lldp neighbor-info'] }],
  },
  collect: {
    vlans: [{ command: 'show vlan' }],
    addresses: [{ command: 'show ip interface brief' }],
  },
} as const satisfies Platform;
