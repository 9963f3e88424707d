import type { Platform } from './platform.ts';

/** Cisco Small Business: SG/SF 200 to 550, CBS 250 and 350. Prompt `name#`. It asks for the user name in the shell. */
export const ciscoS300 = {
  id: 'cisco_s300',
  title: 'Cisco Small Business switches',
  vendor: 'Cisco',
  channel: 'shell',
  detect: {
    ident: [],
    output: [/^SW version {1,20}\d{1,2}\.\d/m, /^Active-image: flash:/m],
    // `SG300-28 28-Port Gigabit Managed Switch`, `24-Port 10/100 PoE Managed Switch`
    told: [
      /\b(?:S[GFX]\d{3}X?G?|Sx\d{3}|CBS\d{3})-\d{1,2}/,
      /\b\d{1,2}-Port [^\n]{1,60}(?:Managed|Smart|Stackable) Switch/,
    ],
  },
  prepare: ['terminal datadump', 'terminal width 0'],
  // `More: <space>,  Quit: q or CTRL+Z, One line: <return>`
  pager: /^More: <space>,[^\n]{0,80}$/m,
  // From the privileged mode the first one goes down a level in some releases (ytti/oxidized#610).
  leave: ['exit', 'exit'],
  rejected: [
    /^[ \t]{0,8}% ?(?:Unrecognized command|Incomplete command|Ambiguous command|Invalid input|bad parameter|missing mandatory|Wrong number of parameters)/im,
    /^[ \t]{0,8}(?:LLDP|CDP) is (?:disabled|not enabled)/im,
  ],
  enable: { command: 'enable', password: /[Pp]assword: ?$/ },
  noneAuth: true,
  commands: [
    { command: 'show version', reads: 'facts', parser: 'smb-version' },
    { command: 'show system', reads: 'facts', parser: 'smb-system' },
    { command: 'show system id', reads: 'facts', parser: 'smb-system-id' },
    { command: 'show inventory', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show lldp neighbors', reads: 'neighbors', parser: 'smb-lldp-brief' },
    { command: 'show cdp neighbors detail', reads: 'neighbors', parser: 'cisco-cdp-detail' },
  ],
  probe: {
    facts: [
      { command: 'show system' },
      { command: 'show version' },
      { command: 'show inventory', fallbacks: ['show system id'] },
    ],
    neighbors: [{ command: 'show cdp neighbors detail' }, { command: 'show lldp neighbors' }],
  },
} as const satisfies Platform;
