import type { Platform } from './platform.ts';

/** Junos: MX, EX, QFX, SRX, PTX. Runs OpenSSH; prompt `user@name>`, above it `{master:0}` where there are two engines. */
export const juniperJunos = {
  id: 'juniper_junos',
  title: 'Juniper Junos',
  vendor: 'Juniper',
  channel: 'shell',
  detect: {
    ident: [],
    // `Junos: 21.4R3-S3.4`, in releases before 14.1 `JUNOS Software Release [12.1X44-D35.5]`.
    output: [/^Junos: \d/m, /^JUNOS [^\n[\]]{1,120}\[/m],
    told: [/Juniper Networks, Inc\./, /\bJUNOS\b/],
    prompt: [/^\{(?:master|backup|linecard|primary|secondary|disabled|hold)(?::\w{1,8})?\}/],
  },
  prepare: ['set cli screen-length 0', 'set cli screen-width 511', 'set cli complete-on-space off'],
  pager: /---\(more(?: \d{1,3}%)?\)---$/,
  leave: ['exit'],
  rejected: [
    /^[ \t]{0,80}(?:syntax error|unknown command)[.:,]/im,
    /^error: (?:command is not valid|syntax error|permission denied|the l2cpd subsystem|l2cpd|lldp)[^\n]{0,160}$/im,
    /^(?:LLDP is not (?:running|enabled|configured)|Permission denied)/im,
  ],
  commands: [
    { command: 'show version', reads: 'facts', parser: 'junos-version' },
    { command: 'show version brief', reads: 'facts', parser: 'junos-version' },
    { command: 'show version detail', reads: 'facts', parser: 'junos-version' },
    { command: 'show version | display json', reads: 'facts', parser: 'junos-version-json' },
    { command: 'show chassis hardware', reads: 'facts', parser: 'junos-chassis' },
    { command: 'show chassis hardware detail', reads: 'facts', parser: 'junos-chassis' },
    { command: 'show chassis hardware | display json', reads: 'facts', parser: 'junos-chassis-json' },
    { command: 'show system uptime', reads: 'facts', parser: 'junos-uptime' },
    { command: 'show system uptime | display json', reads: 'facts', parser: 'junos-uptime-json' },
    { command: 'show lldp neighbors', reads: 'neighbors', parser: 'junos-lldp-brief' },
    { command: 'show lldp neighbors | display json', reads: 'neighbors', parser: 'junos-lldp-json' },
    { command: 'show vlans', reads: 'vlans', parser: 'junos-vlans' },
    { command: 'show interfaces terse', reads: 'addresses', parser: 'junos-terse' },
    { command: 'show lldp neighbors detail', reads: 'neighbors', parser: 'junos-lldp-detail' },
    { command: 'show lldp neighbors detail | display json', reads: 'neighbors', parser: 'junos-lldp-json' },
    { command: 'show lldp neighbors interface {port}', reads: 'neighbors', parser: 'junos-lldp-detail' },
    {
      command: 'show lldp neighbors interface {port} | display json',
      reads: 'neighbors',
      parser: 'junos-lldp-json',
    },
  ],
  probe: {
    facts: [
      { command: 'show version | display json', fallbacks: ['show version'] },
      { command: 'show chassis hardware | display json', fallbacks: ['show chassis hardware'] },
      { command: 'show system uptime | display json', fallbacks: ['show system uptime'] },
    ],
    neighbors: [
      {
        // Many releases have no `detail`, and tell management addresses only for one interface at a time.
        command: 'show lldp neighbors detail | display json',
        fallbacks: ['show lldp neighbors | display json', 'show lldp neighbors'],
        perPort: {
          completes: ['show lldp neighbors | display json', 'show lldp neighbors'],
          command: 'show lldp neighbors interface {port} | display json',
          fallbacks: ['show lldp neighbors interface {port}'],
          atMost: 64,
        },
      },
    ],
  },
  collect: {
    vlans: [{ command: 'show vlans' }],
    addresses: [{ command: 'show interfaces terse' }],
  },
} as const satisfies Platform;
