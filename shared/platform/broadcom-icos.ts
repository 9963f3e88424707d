import type { Platform } from './platform.ts';

/** ICOS and FASTPATH switches on Broadcom chips. Prompt `(name) >` or `(name) #`, with blanks in it. */
export const broadcomIcos = {
  id: 'broadcom_icos',
  title: 'Broadcom ICOS (FASTPATH)',
  vendor: 'Broadcom',
  channel: 'shell',
  detect: {
    ident: [],
    output: [/^\s{0,4}Network Processing Device\.{4,60}\s/m, /^\s{0,4}Machine Model\.{4,60}\s/m],
    // `LY2R - 48 TENGIG, Four 40GbE  PORTS, 3.2.2.42, Linux 3.8.13-rt9-4143e257, U-Boot 2010.12`; others build on FASTPATH too.
    told: [
      /^(?!Dell|NETGEAR|HPE?\b|Ubiquiti|EdgeSwitch)[^\n]{1,160}, \d{1,3}(?:\.\d{1,4}){3}, Linux \d[\w.-]{1,40}(?:, U-Boot|$)/,
    ],
  },
  prepare: ['terminal length 0'],
  pager: /--More-- ?(?:or \(q\)uit)? ?$/,
  leave: ['logout'],
  leaveAnswers: [{ question: /(?:save them now|want to save)[^\n]{0,20}\?/i, answer: 'n' }],
  rejected: [
    /^[ \t]{0,8}% ?(?:Invalid input|Ambiguous command|Incomplete command|Unrecognized)/im,
    /^[ \t]{0,8}(?:Command not found|Incomplete command|Ambiguous command|Invalid command)/im,
    /^[ \t]{0,8}(?:LLDP|ISDP) is (?:not enabled|disabled|not running)/im,
  ],
  enable: { command: 'enable', password: /[Pp]assword: ?$/ },
  commands: [
    { command: 'show version', reads: 'facts', parser: 'icos-version' },
    { command: 'show isdp neighbors detail', reads: 'neighbors', parser: 'icos-isdp-detail' },
    { command: 'show isdp neighbors', reads: 'neighbors', parser: 'icos-isdp-brief' },
    { command: 'show lldp remote-device all', reads: 'neighbors', parser: 'icos-lldp-brief' },
    { command: 'show lldp remote-device detail {port}', reads: 'neighbors', parser: 'icos-lldp-detail' },
  ],
  probe: {
    facts: [{ command: 'show version' }],
    neighbors: [
      // Details over LLDP are told only port by port; ISDP gives the addresses of all that speak it.
      { command: 'show isdp neighbors detail', fallbacks: ['show isdp neighbors'] },
      {
        command: 'show lldp remote-device all',
        perPort: {
          completes: ['show lldp remote-device all'],
          command: 'show lldp remote-device detail {port}',
          atMost: 64,
        },
      },
    ],
  },
} as const satisfies Platform;
