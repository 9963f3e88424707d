import type { Platform } from './platform.ts';

/**
 * MikroTik RouterOS. Its server calls itself ROSSSH; prompt `[user@name] >`, with the menu in it after a path was
 * entered. Commands are given without paging, there is no setting for it.
 */
export const mikrotikRouteros = {
  id: 'mikrotik_routeros',
  title: 'MikroTik RouterOS',
  vendor: 'MikroTik',
  channel: 'shell',
  detect: {
    ident: [/^SSH-2\.0-ROSSSH/],
    output: [/^[ \t]{1,40}platform: MikroTik/m, /\bMikroTik RouterOS \d/],
    told: [/^MikroTik\b/m, /\bRouterOS \d/],
    prompt: [/^\[[^\]@\n]{1,64}@[^\]\n]{1,64}\] (?:\/?[\w /-]{0,64})?>$/],
  },
  prepare: [],
  pager: /-- \[Q quit\|[^\]\n]{1,60}\]$/,
  leave: ['/quit'],
  rejected: [
    /^[ \t]{0,8}(?:bad command name|expected (?:end of )?command|expected command name|syntax error|input does not match|invalid (?:command|value)|failure:|no such (?:item|command)|not enough permissions)/im,
  ],
  commands: [
    { command: 'system identity print', reads: 'facts', parser: 'routeros-print' },
    { command: '/system identity print', reads: 'facts', parser: 'routeros-print' },
    { command: 'system resource print', reads: 'facts', parser: 'routeros-print' },
    { command: '/system resource print', reads: 'facts', parser: 'routeros-print' },
    { command: 'system routerboard print', reads: 'facts', parser: 'routeros-print' },
    { command: '/system routerboard print', reads: 'facts', parser: 'routeros-print' },
    { command: 'ip neighbor print detail', reads: 'neighbors', parser: 'routeros-neighbor' },
    { command: '/ip neighbor print detail', reads: 'neighbors', parser: 'routeros-neighbor' },
    { command: '/ip neighbor print detail without-paging', reads: 'neighbors', parser: 'routeros-neighbor' },
    { command: 'ip neighbor print', reads: 'neighbors', parser: 'routeros-neighbor-brief' },
    { command: 'ip neighbor print terse', reads: 'neighbors', parser: 'routeros-neighbor' },
  ],
  probe: {
    facts: [
      { command: '/system identity print' },
      { command: '/system resource print' },
      // None on a virtual one.
      { command: '/system routerboard print' },
    ],
    neighbors: [
      { command: '/ip neighbor print detail without-paging', fallbacks: ['/ip neighbor print detail'] },
    ],
  },
} as const satisfies Platform;
