import type { Platform } from './platform.ts';

/**
 * ProCurve and ArubaOS-Switch (2530, 2930F, 3810M, 5400R). Shows a banner and waits at `Press any key to continue`
 * before its prompt (`name#`), draws the prompt with cursor addressing, and expects authentication to begin with `none`.
 */
export const hpProcurve = {
  id: 'hp_procurve',
  title: 'HP ProCurve and ArubaOS-Switch',
  vendor: 'HPE',
  channel: 'shell',
  detect: {
    ident: [/^SSH-(?:2\.0|1\.99)-Mocana SSH/],
    output: [/^\s{0,8}Image stamp:/m, /\bProCurve\b/, /HP-?E? ?\S{0,12} ?Switch [^\n]{0,40}\bJ\w{5}\b/],
    // `Aruba JL357A 2540-48G-PoE+-4SFP+ Switch, revision YC.16.05.0004`; AOS-CX says no revision.
    told: [/\bProCurve\b/, /^(?:HP|HPE|Aruba|Hewlett)[^\n]{0,120}, revision [A-Z]{1,2}\.\d\d/],
  },
  prepare: ['no page', 'terminal width 511'],
  pager: /-- MORE --, next page: [^\n]{0,60}$/,
  // `exit` would lead to the operator level; `logout` asks whether to go, and whether to save what was changed.
  leave: ['logout'],
  leaveAnswers: [
    { question: /Do you want to log out[^\n]{0,20}\?/i, answer: 'y' },
    { question: /Do you want to save current configuration[^\n]{0,20}\?/i, answer: 'n' },
  ],
  rejected: [
    /^[ \t]{0,8}(?:Invalid|Incomplete|Ambiguous) input:/im,
    /^[ \t]{0,8}Not authorized to run this command/im,
    /^[ \t]{0,8}Module not present for port or invalid port/im,
    /^[ \t]{0,8}(?:LLDP|CDP) is (?:not enabled|disabled|not running)/im,
  ],
  enable: { command: 'enable', password: /[Pp]assword: ?$/ },
  noneAuth: true,
  commands: [
    { command: 'show system', reads: 'facts', parser: 'procurve-system' },
    { command: 'show system information', reads: 'facts', parser: 'procurve-system' },
    { command: 'show system-information', reads: 'facts', parser: 'procurve-system' },
    { command: 'show modules', reads: 'facts', parser: 'procurve-modules' },
    { command: 'show lldp info local-device', reads: 'facts', parser: 'lldp-local' },
    { command: 'show lldp info remote-device detail', reads: 'neighbors', parser: 'procurve-lldp-detail' },
    { command: 'show lldp info remote-device', reads: 'neighbors', parser: 'procurve-lldp-brief' },
    { command: 'show lldp info remote-device {port}', reads: 'neighbors', parser: 'procurve-lldp-detail' },
    { command: 'show cdp neighbors detail', reads: 'neighbors', parser: 'procurve-cdp-detail' },
    { command: 'show cdp neighbors', reads: 'neighbors', parser: 'procurve-cdp-brief' },
  ],
  probe: {
    facts: [
      { command: 'show system', fallbacks: ['show system-information'] },
      { command: 'show modules' },
      { command: 'show lldp info local-device' },
    ],
    neighbors: [
      {
        // `detail` for all ports at once came late (16.x): the listing has no addresses, but names the neighbors.
        command: 'show lldp info remote-device detail',
        fallbacks: ['show lldp info remote-device'],
        perPort: {
          completes: ['show lldp info remote-device'],
          command: 'show lldp info remote-device {port}',
          atMost: 64,
        },
      },
      { command: 'show cdp neighbors detail', fallbacks: ['show cdp neighbors'] },
    ],
  },
} as const satisfies Platform;
