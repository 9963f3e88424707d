import type { Platform } from './platform.ts';

/** AlliedWare Plus: Allied Telesis x-series, SBx. Prompt `name>` or `name#`. */
export const alliedTelesisAwplus = {
  id: 'allied_telesis_awplus',
  title: 'Allied Telesis AlliedWare Plus',
  vendor: 'Allied Telesis',
  channel: 'shell',
  detect: {
    ident: [],
    output: [/AlliedWare Plus/],
    told: [/AlliedWare Plus/, /^Allied Telesis\b/, /\bAW\+ v\d/],
  },
  prepare: ['terminal length 0'],
  pager: /--More-- ?$/,
  leave: ['exit'],
  rejected: [
    /^[ \t]{0,8}% ?(?:Invalid input|Unrecognized command|Unknown command|Incomplete command|Ambiguous command|Authorization failed)/im,
    /^[ \t]{0,8}%? ?LLDP is (?:not enabled|disabled|not running)/im,
  ],
  enable: { command: 'enable', password: /[Pp]assword: ?$/ },
  commands: [
    { command: 'show system', reads: 'facts', parser: 'awplus-system' },
    { command: 'show lldp neighbors detail', reads: 'neighbors', parser: 'awplus-lldp-detail' },
    { command: 'show lldp neighbors', reads: 'neighbors', parser: 'awplus-lldp-brief' },
  ],
  probe: {
    facts: [{ command: 'show system' }],
    neighbors: [{ command: 'show lldp neighbors detail', fallbacks: ['show lldp neighbors'] }],
  },
} as const satisfies Platform;
