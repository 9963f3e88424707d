import type { Platform } from './platform.ts';

/** FastIron: Brocade and Ruckus ICX, FCX, FWS, SX. Prompt `name>`, or `SSH@name#`. NetIron must be asked first. */
export const brocadeFastiron = {
  id: 'brocade_fastiron',
  title: 'Brocade and Ruckus FastIron (ICX)',
  vendor: 'Brocade',
  channel: 'shell',
  detect: {
    ident: [],
    output: [
      /^\s{0,12}SW: Version \d/m,
      /\bcompiled on [^\n]{5,60} labeled as /i,
      /^\s{0,8}HW: (?:Stackable|Chassis) /m,
    ],
    // `Ruckus Wireless, Inc. ICX7150-48-POE, IronWare Version 08.0.61aT211 Compiled on ...`
    told: [
      /\bIronWare Version\b/,
      /\bFastIron\b/,
      /^(?:Brocade|Ruckus|Foundry)[^\n]{0,80}\b(?:ICX|FCX|FWS|FLS)\d/,
    ],
  },
  prepare: ['skip-page-display', 'terminal length 0'],
  pager: /--More--, next page: [^\n]{0,60}$/,
  // The first leaves the privileged level.
  leave: ['exit', 'exit'],
  rejected: [
    /^[ \t]{0,8}(?:Invalid input ->|Unrecognized command|Incomplete command|Ambiguous input|Not authorized)/im,
    /^[ \t]{0,8}(?:Error[ :-]{1,3})?LLDP is (?:not enabled|disabled|not running)/im,
  ],
  enable: { command: 'enable', password: /[Pp]assword: ?$/ },
  commands: [
    { command: 'show version', reads: 'facts', parser: 'brocade-version' },
    { command: 'show lldp neighbors detail', reads: 'neighbors', parser: 'brocade-lldp-detail' },
    { command: 'show lldp neighbors', reads: 'neighbors', parser: 'brocade-lldp-brief' },
  ],
  probe: {
    facts: [{ command: 'show version' }],
    neighbors: [{ command: 'show lldp neighbors detail', fallbacks: ['show lldp neighbors'] }],
  },
} as const satisfies Platform;
