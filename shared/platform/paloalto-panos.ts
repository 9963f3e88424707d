import type { Platform } from './platform.ts';

/**
 * PAN-OS firewalls and Panorama. Prompt `user@name>`, in a pair `user@name(active)>`. It is left with `quit`: `exit`
 * leaves the admin session behind (ytti/oxidized#872).
 */
export const paloaltoPanos = {
  id: 'paloalto_panos',
  title: 'Palo Alto Networks PAN-OS',
  vendor: 'Palo Alto Networks',
  channel: 'shell',
  detect: {
    ident: [],
    output: [
      /^sw-version: \d/m,
      /^(?:platform-)?family: (?:vm|\d{3,5}|m|pc)\r?\nmodel: (?:PA|M)-/m,
      // Its answer to `show version`, which it does not know; nobody else words it so.
      /^[ \t]{0,8}(?:Invalid syntax\.|Unknown command: (?:show )?version)[ \t]{0,8}\r?$/m,
    ],
    told: [/Palo Alto Networks/],
    prompt: [
      /^[\w.-]{1,64}@[\w.-]{1,64}\((?:active|passive|active-primary|active-secondary|initial|non-functional|suspended|tentative|primary-active|secondary-passive)\)>/,
    ],
  },
  prepare: ['set cli scripting-mode on', 'set cli pager off', 'set cli terminal width 500'],
  // `less`: `lines 1-23`, and at its end `lines 24-46/46 (END)`.
  pager: /^(?:lines \d{1,6}-\d{1,6}[^\n]{0,24}|--more--|:)$/im,
  leave: ['quit'],
  rejected: [
    /^[ \t]{0,8}(?:Invalid syntax\.|Unknown command:|Validation Error:|Server error ?:|LLDP is not enabled)/im,
  ],
  commands: [
    { command: 'show system info', reads: 'facts', parser: 'panos-system' },
    { command: 'show lldp neighbors all', reads: 'neighbors', parser: 'panos-lldp' },
    { command: 'show lldp neighbors', reads: 'neighbors', parser: 'panos-lldp' },
    { command: 'show lldp neighbors {port}', reads: 'neighbors', parser: 'panos-lldp' },
    { command: 'show interface all', reads: 'addresses', parser: 'panos-interfaces' },
    { command: 'show interface management', reads: 'addresses', parser: 'panos-management' },
  ],
  probe: {
    facts: [{ command: 'show system info' }],
    neighbors: [{ command: 'show lldp neighbors all' }],
  },
  collect: {
    addresses: [{ command: 'show interface all' }, { command: 'show interface management' }],
  },
} as const satisfies Platform;
