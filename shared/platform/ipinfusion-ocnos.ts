import type { Platform } from './platform.ts';

/** OcNOS on white-box switches. Prompt `name>` or `name#`. */
export const ipinfusionOcnos = {
  id: 'ipinfusion_ocnos',
  title: 'IP Infusion OcNOS',
  vendor: 'IP Infusion',
  channel: 'shell',
  detect: {
    ident: [],
    output: [/\bOcNOS\b/, /\bIP Infusion\b/],
    told: [/\bOcNOS\b/, /\bIP ?Infusion\b/],
  },
  prepare: ['terminal length 0', 'terminal width 511'],
  pager: /--More-- ?$/,
  leave: ['exit'],
  rejected: [
    /^[ \t]{0,8}%{1,2} ?(?:Invalid input|Unrecognized command|Unknown command|Incomplete command|Ambiguous command|Permission denied)/im,
    /^[ \t]{0,8}%{0,2} ?LLDP is (?:not enabled|disabled|not running)/im,
  ],
  enable: { command: 'enable', password: /[Pp]assword: ?$/ },
  commands: [
    { command: 'show version', reads: 'facts', parser: 'ocnos-version' },
    { command: 'show lldp table', reads: 'neighbors', parser: 'lldp-table' },
  ],
  probe: {
    facts: [{ command: 'show version' }],
    neighbors: [{ command: 'show lldp table' }],
  },
} as const satisfies Platform;
