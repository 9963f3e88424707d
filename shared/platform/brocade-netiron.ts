import type { Platform } from './platform.ts';

/** NetIron: Brocade MLX, XMR, CER and CES, later Extreme. Prompt `name>` or `SSH@name#`. */
export const brocadeNetiron = {
  id: 'brocade_netiron',
  title: 'Brocade (Extreme) NetIron',
  vendor: 'Brocade',
  channel: 'shell',
  detect: {
    ident: [],
    output: [
      /^\s{0,8}IronWare\s{0,4}: Version/m,
      /\bNetIron\b/,
      /^\s{0,8}(?:Chassis|System): (?:MLX|XMR|CE[RS])/m,
    ],
    told: [/\bNetIron\b/, /\(System Mode: (?:MLX|XMR)\)/, /^Brocade (?:MLX|XMR|CE[RS])/],
  },
  prepare: ['terminal length 0', 'skip-page-display'],
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
