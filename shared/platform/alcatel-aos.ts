import type { Platform } from './platform.ts';

/** Alcatel-Lucent Enterprise OmniSwitch, AOS 6 and 8. Prompt `name->` or `->`; no paging unless it was turned on. */
export const alcatelAos = {
  id: 'alcatel_aos',
  title: 'Alcatel-Lucent Enterprise AOS (OmniSwitch)',
  vendor: 'Alcatel-Lucent Enterprise',
  channel: 'shell',
  detect: {
    ident: [],
    output: [/Alcatel-Lucent[^\n]{0,40}\bOS\d{3,4}/, /\bOmniSwitch\b/, /^\s{0,8}ERROR: Invalid entry: "/m],
    // Access points say `Alcatel-Lucent Enterprise OAW-AP1201H`, and do not speak AOS.
    told: [/^Alcatel-Lucent (?:Enterprise )?OS\d{3,4}/, /\bOmniSwitch\b/],
  },
  prepare: [],
  pager: /-{2}More-{2}[^\n]{0,40}$|^More\? \[[^\n]{0,60}$/m,
  leave: ['exit'],
  leaveAnswers: [{ question: /confirm exit|save changes[^\n]{0,40}\?/i, answer: 'y' }],
  rejected: [/^[ \t]{0,8}ERROR: ?\S/m, /^[ \t]{0,8}Authorization failed/m],
  commands: [
    { command: 'show system', reads: 'facts', parser: 'aos-system' },
    { command: 'show chassis', reads: 'facts', parser: 'aos-chassis' },
    { command: 'show lldp remote-system', reads: 'neighbors', parser: 'aos-lldp' },
  ],
  probe: {
    facts: [{ command: 'show system' }, { command: 'show chassis' }],
    neighbors: [{ command: 'show lldp remote-system' }],
  },
} as const satisfies Platform;
