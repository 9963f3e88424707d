import type { Platform } from './platform.ts';

/** SAOS 6: Ciena 39xx and 51xx. Prompt `name>`, with `*` before it while something is unsaved. */
export const cienaSaos = {
  id: 'ciena_saos',
  title: 'Ciena SAOS 6',
  vendor: 'Ciena',
  channel: 'shell',
  detect: {
    ident: [],
    output: [/^\s{0,8}SHELL PARSER FAILURE/m, /\bCiena \d{4}\b/, /\bsaos-\d\d-/],
    told: [/^Ciena\b/, /\bSAOS\b/],
  },
  prepare: ['system shell session set more off'],
  pager: /--More--[^\n]{0,20}$/,
  leave: ['exit'],
  rejected: [
    /^[ \t]{0,8}SHELL PARSER FAILURE/m,
    /^[ \t]{0,8}(?:ERROR|Error): /m,
    /^[ \t]{0,8}LLDP is (?:not enabled|disabled)/im,
  ],
  commands: [
    { command: 'software show', reads: 'facts', parser: 'ciena-software' },
    { command: 'lldp show neighbors', reads: 'neighbors', parser: 'ciena-lldp' },
  ],
  probe: {
    facts: [{ command: 'software show' }],
    neighbors: [{ command: 'lldp show neighbors' }],
  },
} as const satisfies Platform;
