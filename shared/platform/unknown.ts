import { ANY_PAGER } from './any-pager.ts';
import type { Platform } from './platform.ts';

/**
 * A device of no known platform, where a run keeps what devices print: asked with commands that only show, in the words of
 * several vendors. It is detected by nothing and parsed by nothing, and stands in no list.
 */
export const UNKNOWN = {
  id: 'unknown',
  title: 'Unknown',
  vendor: 'Unknown',
  channel: 'shell',
  detect: { ident: [], output: [], told: [] },
  // Paging is answered: a word that turns it off on one device may mean something else on another.
  prepare: [],
  pager: ANY_PAGER,
  leave: ['exit', 'quit', 'logout'],
  rejected: [
    /^[ \t]{0,80}(?:%|error:|syntax error|unknown command|invalid (?:input|command|syntax)|unrecognized|command not found)/im,
    /: (?:command )?not found$/im,
  ],
  commands: [],
  probe: {
    facts: [],
    neighbors: [
      { command: 'show version' },
      { command: 'show system' },
      { command: 'show inventory' },
      { command: 'show lldp neighbors detail' },
      { command: 'show lldp neighbors' },
      { command: 'show cdp neighbors detail' },
      { command: 'display version' },
      { command: 'display lldp neighbor' },
    ],
  },
} as const satisfies Platform;
