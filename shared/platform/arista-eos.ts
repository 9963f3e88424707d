import type { Platform } from './platform.ts';

/** Arista EOS. Runs OpenSSH, so its ident does not tell it; prompt `name>`, `name#`, in a supervisor pair `name(s1)#`. */
export const aristaEos = {
  id: 'arista_eos',
  title: 'Arista EOS',
  vendor: 'Arista',
  channel: 'shell',
  detect: {
    ident: [],
    // `Arista DCS-7010T-48-R`, `Arista vEOS`, with `Software image version: 4.28.9M` below.
    output: [/^Arista [^\n:]{1,64}\r?$/m, /^Software image version: /m],
    told: [/Arista Networks EOS/],
  },
  prepare: ['terminal length 0', 'terminal width 511'],
  pager: /--More-- ?$/,
  leave: ['exit'],
  rejected: [
    /^[ \t]{0,8}% ?(?:Invalid input|Incomplete command|Ambiguous command|Unavailable command|Authorization denied|This is an unconverted command|LLDP is not)/im,
  ],
  enable: { command: 'enable', password: /[Pp]assword: ?$/ },
  commands: [
    { command: 'show version', reads: 'facts', parser: 'arista-version' },
    { command: 'show version detail', reads: 'facts', parser: 'arista-version' },
    { command: 'show version | json', reads: 'facts', parser: 'arista-version-json' },
    { command: 'show hostname', reads: 'facts', parser: 'arista-hostname' },
    { command: 'show hostname | json', reads: 'facts', parser: 'arista-hostname-json' },
    { command: 'show inventory', reads: 'facts', parser: 'arista-inventory' },
    { command: 'show inventory | json', reads: 'facts', parser: 'arista-inventory-json' },
    { command: 'show lldp neighbors detail', reads: 'neighbors', parser: 'arista-lldp-detail' },
    { command: 'show lldp neighbors detail | json', reads: 'neighbors', parser: 'arista-lldp-json' },
    { command: 'show lldp neighbors', reads: 'neighbors', parser: 'arista-lldp-brief' },
    { command: 'show lldp neighbors | json', reads: 'neighbors', parser: 'arista-lldp-json' },
    { command: 'show vlan', reads: 'vlans', parser: 'vlan-table' },
    { command: 'show vlan | json', reads: 'vlans', parser: 'arista-vlan-json' },
    { command: 'show ip interface brief', reads: 'addresses', parser: 'ip-brief' },
    { command: 'show ip interface brief | json', reads: 'addresses', parser: 'arista-address-json' },
  ],
  probe: {
    facts: [
      { command: 'show version | json', fallbacks: ['show version'] },
      { command: 'show hostname | json', fallbacks: ['show hostname'] },
    ],
    neighbors: [
      {
        command: 'show lldp neighbors detail | json',
        fallbacks: ['show lldp neighbors detail', 'show lldp neighbors'],
      },
    ],
  },
  collect: {
    vlans: [{ command: 'show vlan | json', fallbacks: ['show vlan'] }],
    addresses: [{ command: 'show ip interface brief | json', fallbacks: ['show ip interface brief'] }],
  },
} as const satisfies Platform;
