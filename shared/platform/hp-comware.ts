import type { Platform } from './platform.ts';

/** Comware 5 and 7: HP, HPE and H3C. Prompt `<name>`, or `[name]` in system view. `show version` is unknown to it. */
export const hpComware = {
  id: 'hp_comware',
  title: 'HPE and H3C Comware',
  vendor: 'HPE',
  channel: 'shell',
  detect: {
    ident: [/^SSH-(?:2\.0|1\.99)-Comware/i],
    // VRP says the same with `Error:` before it instead of `%`.
    output: [/\bComware\b/, /^\s{0,8}% ?(?:Unrecognized command|Wrong parameter) found at '\^'/m],
    told: [/\bComware\b/, /^H3C\b/],
  },
  prepare: ['screen-length disable'],
  pager: /---- More ----\s?$/,
  leave: ['quit'],
  rejected: [
    /^[ \t]{0,8}% ?(?:Unrecognized command|Wrong parameter|Too many parameters|Ambiguous command|Incomplete command|Permission denied)/im,
    /^[ \t]{0,8}(?:%|Error:|Info:)? ?(?:Global )?LLDP is (?:not enabled|disabled|not running)/im,
  ],
  commands: [
    { command: 'display version', reads: 'facts', parser: 'comware-version' },
    { command: 'display device manuinfo', reads: 'facts', parser: 'comware-manuinfo' },
    { command: 'display lldp local-information', reads: 'facts', parser: 'lldp-local' },
    { command: 'display lldp local-information global', reads: 'facts', parser: 'lldp-local' },
    { command: 'display lldp neighbor-information verbose', reads: 'neighbors', parser: 'comware-lldp' },
    { command: 'display lldp neighbor-information', reads: 'neighbors', parser: 'comware-lldp' },
    { command: 'display lldp neighbor-information list', reads: 'neighbors', parser: 'comware-lldp-list' },
    { command: 'display vlan brief', reads: 'vlans', parser: 'comware-vlan-brief' },
    { command: 'display vlan all', reads: 'vlans', parser: 'comware-vlan-all' },
    { command: 'display ip interface brief', reads: 'addresses', parser: 'comware-ip-brief' },
  ],
  probe: {
    facts: [
      { command: 'display version' },
      { command: 'display device manuinfo' },
      { command: 'display lldp local-information global' },
    ],
    neighbors: [
      {
        // Comware 5 has no `verbose`: it prints the details without being asked.
        command: 'display lldp neighbor-information verbose',
        fallbacks: ['display lldp neighbor-information', 'display lldp neighbor-information list'],
      },
    ],
  },
  collect: {
    vlans: [{ command: 'display vlan brief', fallbacks: ['display vlan all'] }],
    addresses: [{ command: 'display ip interface brief' }],
  },
} as const satisfies Platform;
