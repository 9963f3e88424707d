import type { Platform } from './platform.ts';

/** VRP 5 and 8: S, CE, AR, NE, USG. Prompt `<name>`. Some ask after the login whether to change the password. */
export const huaweiVrp = {
  id: 'huawei_vrp',
  title: 'Huawei VRP',
  vendor: 'Huawei',
  channel: 'shell',
  detect: {
    ident: [/^SSH-(?:2\.0|1\.99)-(?:HUAWEI|VRP)/i],
    output: [
      /Huawei Versatile Routing Platform/i,
      /\bVRP \(R\) software/,
      /^\s{0,8}Error: ?(?:Unrecognized command|Wrong parameter) found at '\^'/m,
    ],
    told: [/Huawei Versatile Routing Platform/i, /\bVRP \(R\)/, /^(?:Huawei|Quidway)\b/i],
  },
  prepare: ['screen-length 0 temporary'],
  pager: /---- More ----\s?$/,
  leave: ['quit'],
  rejected: [
    /^[ \t]{0,8}Error: ?(?:Unrecognized|Wrong parameter|Too many parameters|Ambiguous|Incomplete|You do not have permission|No permission|The current user does not have)/im,
    /^[ \t]{0,8}(?:Info|Error): ?(?:Global )?LLDP (?:is|has) (?:not enabled|not been enabled|disabled|not running)/im,
  ],
  commands: [
    { command: 'display version', reads: 'facts', parser: 'comware-version' },
    { command: 'display esn', reads: 'facts', parser: 'vrp-esn' },
    { command: 'display sn', reads: 'facts', parser: 'vrp-esn' },
    { command: 'display sn license', reads: 'facts', parser: 'vrp-esn' },
    { command: 'display device', reads: 'facts', parser: 'vrp-device' },
    { command: 'display device manufacture-info', reads: 'facts', parser: 'vrp-manufacture-info' },
    { command: 'display lldp local', reads: 'facts', parser: 'lldp-local' },
    { command: 'display lldp neighbor', reads: 'neighbors', parser: 'comware-lldp' },
    { command: 'display lldp neighbor brief', reads: 'neighbors', parser: 'vrp-lldp-brief' },
    { command: 'display vlan', reads: 'vlans', parser: 'vrp-vlans' },
    { command: 'display ip interface brief', reads: 'addresses', parser: 'ip-brief' },
  ],
  probe: {
    facts: [
      { command: 'display version' },
      { command: 'display esn', fallbacks: ['display sn'] },
      { command: 'display lldp local' },
    ],
    neighbors: [{ command: 'display lldp neighbor', fallbacks: ['display lldp neighbor brief'] }],
  },
  collect: {
    vlans: [{ command: 'display vlan' }],
    addresses: [{ command: 'display ip interface brief' }],
  },
} as const satisfies Platform;
