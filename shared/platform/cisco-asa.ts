import type { Platform } from './platform.ts';

/** Cisco ASA. Its ident is that of IOS (`SSH-2.0-Cisco-1.25`), only what it prints tells it. It speaks no CDP or LLDP. */
export const ciscoAsa = {
  id: 'cisco_asa',
  title: 'Cisco ASA',
  vendor: 'Cisco',
  channel: 'shell',
  detect: {
    ident: [],
    output: [
      /Cisco Adaptive Security Appliance Software/,
      /Cisco PIX (?:Security Appliance Software|Firewall)/,
    ],
    told: [/Cisco Adaptive Security Appliance/],
  },
  prepare: ['terminal pager 0'],
  pager: /<--- More --->$/,
  leave: ['exit'],
  rejected: [
    /^[ \t]{0,8}(?:ERROR: )?% ?(?:Invalid input|Incomplete command|Ambiguous command|Unrecognized)/im,
    /^[ \t]{0,8}(?:ERROR: )?Command authorization failed/im,
  ],
  enable: { command: 'enable', password: /[Pp]assword: ?$/ },
  commands: [
    { command: 'show version', reads: 'facts', parser: 'asa-version' },
    { command: 'show inventory', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show inventory all', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show hostname', reads: 'facts', parser: 'hostname' },
    { command: 'show module', reads: 'facts', parser: 'asa-module' },
    { command: 'show module all', reads: 'facts', parser: 'asa-module' },
    { command: 'show running-config hostname', reads: 'facts', parser: 'config-hostname' },
  ],
  probe: {
    facts: [{ command: 'show version' }],
    neighbors: [],
  },
} as const satisfies Platform;
