import type { Platform } from './platform.ts';

/**
 * Cisco wireless controllers with AireOS (2500, 3500, 5500, 8500). Prompt `(Cisco Controller) >`. It asks for the user
 * name in the shell, and before it logs out whether to save.
 */
export const ciscoWlc = {
  id: 'cisco_wlc_ssh',
  title: 'Cisco WLC (AireOS)',
  vendor: 'Cisco',
  channel: 'shell',
  detect: {
    ident: [/^SSH-2\.0-CISCO_WLC\b/],
    output: [/^Product Name\.{4,80} Cisco Controller/m],
    told: [/\bProduct Name: ?Cisco Controller/, /\bAIR-(?:CT|WLC)\d{4}/],
    prompt: [/^\(Cisco Controller\) ?>/],
  },
  prepare: ['config paging disable'],
  pager: /--More-- or \(q\)uit ?$|^Press Enter to continue[^\n]{0,60}$/im,
  leave: ['logout'],
  leaveAnswers: [{ question: /\(y\/n\) ?$/i, answer: 'n' }],
  rejected: [
    /^[ \t]{0,8}(?:Incorrect (?:usage|input)|Incorrect Input!|HELP:|CDP is (?:disabled|not enabled))/im,
  ],
  commands: [
    { command: 'show sysinfo', reads: 'facts', parser: 'wlc-sysinfo' },
    { command: 'show inventory', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show udi', reads: 'facts', parser: 'cisco-inventory' },
    { command: 'show cdp neighbors detail', reads: 'neighbors', parser: 'cisco-cdp-detail' },
    { command: 'show cdp neighbors', reads: 'neighbors', parser: 'cisco-cdp-brief' },
  ],
  probe: {
    facts: [{ command: 'show sysinfo' }, { command: 'show inventory' }],
    neighbors: [{ command: 'show cdp neighbors detail', fallbacks: ['show cdp neighbors'] }],
  },
} as const satisfies Platform;
