import type { Platform } from './platform.ts';

/**
 * FortiGate with FortiOS. Prompt `name # ` or `name $ `, in a virtual domain `name (root) # `. Paging can only be turned
 * off in the configuration, which a probe does not write: the pager is answered.
 */
export const fortinet = {
  id: 'fortinet',
  title: 'Fortinet FortiOS',
  vendor: 'Fortinet',
  channel: 'shell',
  detect: {
    ident: [],
    output: [/^Version: Forti(?:Gate|WiFi|Proxy|Carrier)\S{0,40} v\d/m],
    told: [/\bForti(?:Gate|WiFi|OS)\b/],
    // A blank before the sign; EXOS, which has one too, counts its commands: `name.12 # `.
    prompt: [/^(?![\w.-]{1,64}\.\d{1,4} )[A-Za-z][\w.-]{0,64} (?:\([\w.-]{1,40}\) )?#$/],
  },
  prepare: [],
  pager: /--More-- ?$/,
  leave: ['exit'],
  rejected: [
    /^(?:Unknown action \d|command parse error before|Command fail\. Return code|ambiguous command)/im,
  ],
  commands: [
    { command: 'get system status', reads: 'facts', parser: 'fortios-status' },
    { command: 'diagnose lldprx neighbor details', reads: 'neighbors', parser: 'fortios-lldp' },
    { command: 'diagnose lldprx neighbor summary', reads: 'neighbors', parser: 'fortios-lldp-summary' },
    { command: 'diagnose lldprx port neighbor details', reads: 'neighbors', parser: 'fortios-lldp' },
    { command: 'diagnose lldprx port neighbor details {port}', reads: 'neighbors', parser: 'fortios-lldp' },
    { command: 'diagnose lldprx port neighbor summary', reads: 'neighbors', parser: 'fortios-lldp-summary' },
    {
      command: 'diagnose lldprx port neighbor summary {port}',
      reads: 'neighbors',
      parser: 'fortios-lldp-summary',
    },
  ],
  probe: {
    facts: [{ command: 'get system status' }],
    neighbors: [
      {
        command: 'diagnose lldprx neighbor details',
        fallbacks: ['diagnose lldprx port neighbor details', 'diagnose lldprx neighbor summary'],
      },
    ],
  },
} as const satisfies Platform;
