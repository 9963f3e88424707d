import type { Platform } from './platform.ts';

/**
 * Linux with lldpd. One exec channel, commands by name only: the session sets a PATH that has /usr/sbin. No command
 * here needs root. Serial numbers and machine ids are not asked for: containers on one host share them.
 */
export const linux = {
  id: 'linux',
  title: 'Linux with lldpd',
  vendor: 'Linux',
  channel: 'exec',
  detect: {
    // Distributions append their name; plain `OpenSSH_8.3` is NX-OS, EOS or Junos as well.
    ident: [/^SSH-2\.0-OpenSSH_\S{1,16} (?:Debian|Ubuntu|Raspbian)/, /^SSH-2\.0-dropbear/],
    // An account without a terminal may have its commands: Alpine, Fedora and others name no distribution.
    refusedShell: [/^SSH-2\.0-OpenSSH_/],
    output: [/^(?:PRETTY_)?NAME=/m, /^Linux \S{1,64} \d{1,3}\.\d/m],
    told: [
      /^Linux(?: running on|$)/,
      /\bGNU\/Linux\b/,
      /\b(?:Debian|Ubuntu|Fedora|CentOS|Rocky|AlmaLinux|Red Hat|openSUSE|Alpine|Arch) /,
      /^Linux \d{1,3}\.\d{1,3}/,
    ],
    prompt: [
      /^[\w.-]{1,64}@[\w.-]{1,64}:[^\n]{0,128}[$#] ?$/,
      /^\[[\w.-]{1,64}@[\w.-]{1,64} [^\]\n]{1,128}\][$#] ?$/,
    ],
  },
  prepare: [],
  pager: /^--More--|^\(END\)$/m,
  leave: ['exit'],
  // Each is bound to the beginning of a line: JSON and indented text of a neighbor cannot imitate it.
  rejected: [
    /^[^\s"{][^\n]{0,160}: (?:command not found|not found|No such file or directory|Permission denied)$/m,
    // lldpd is not running, or its socket is closed to this user: `2026-11-23T17:41:37 [WARN/control] unable to connect ...`
    /^\d{4}-\S{1,40} \[[A-Z]{3,8}\/[\w-]{1,20}\] (?:unable to|unknown)/m,
  ],
  lines: {
    list: 'echo own $PPID; ps -eo pid=,user:64=,args=',
    connections: 'ss -Htn state established',
    parser: 'linux',
    clear: 'kill {line}',
  },
  commands: [
    { command: 'uname -n', reads: 'facts', parser: 'hostname' },
    { command: 'hostname', reads: 'facts', parser: 'hostname' },
    { command: 'hostname -f', reads: 'facts', parser: 'hostname' },
    { command: 'cat /etc/hostname', reads: 'facts', parser: 'hostname' },
    { command: 'cat /etc/os-release', reads: 'facts', parser: 'os-release' },
    { command: 'cat /proc/uptime', reads: 'facts', parser: 'proc-uptime' },
    { command: 'lldpcli -f json0 show chassis', reads: 'facts', parser: 'lldpcli-chassis-json' },
    { command: 'lldpcli -f json show chassis', reads: 'facts', parser: 'lldpcli-chassis-json' },
    { command: 'ip addr show', reads: 'facts', parser: 'ip-addr' },
    { command: 'ip addr', reads: 'facts', parser: 'ip-addr' },
    { command: 'ip a', reads: 'facts', parser: 'ip-addr' },
    { command: 'ip address', reads: 'facts', parser: 'ip-addr' },
    { command: 'ip link', reads: 'facts', parser: 'ip-addr' },
    { command: 'ip -o addr', reads: 'facts', parser: 'ip-addr' },
    { command: 'ip -o link', reads: 'facts', parser: 'ip-addr' },
    { command: 'ip address show', reads: 'facts', parser: 'ip-addr' },
    { command: 'ip link show', reads: 'facts', parser: 'ip-addr' },
    { command: 'hostnamectl', reads: 'facts', parser: 'hostnamectl' },
    { command: 'hostnamectl status', reads: 'facts', parser: 'hostnamectl' },
    { command: 'dmidecode -t system', reads: 'facts', parser: 'dmidecode-system' },
    { command: 'dmidecode', reads: 'facts', parser: 'dmidecode-system' },
    { command: 'lldpcli -f json0 show neighbors', reads: 'neighbors', parser: 'lldpcli-json' },
    { command: 'lldpcli -f json0 show neighbors details', reads: 'neighbors', parser: 'lldpcli-json' },
    { command: 'lldpcli -f json show neighbors', reads: 'neighbors', parser: 'lldpcli-json' },
    { command: 'lldpcli -f json show neighbors details', reads: 'neighbors', parser: 'lldpcli-json' },
    { command: 'lldpcli show neighbors', reads: 'neighbors', parser: 'lldpcli-text' },
    { command: 'lldpcli show neighbors summary', reads: 'neighbors', parser: 'lldpcli-text' },
    { command: 'lldpcli show neighbors details', reads: 'neighbors', parser: 'lldpcli-text' },
    { command: 'lldpctl', reads: 'neighbors', parser: 'lldpcli-text' },
    { command: 'lldpctl -f json', reads: 'neighbors', parser: 'lldpcli-json' },
    { command: 'lldpctl -f json0', reads: 'neighbors', parser: 'lldpcli-json' },
    { command: 'lldpctl -f keyvalue', reads: 'neighbors', parser: 'lldpctl-keyvalue' },
    { command: 'lldpcli -f keyvalue show neighbors', reads: 'neighbors', parser: 'lldpctl-keyvalue' },
    { command: 'ip -json -details link show type vlan', reads: 'vlans', parser: 'ip-vlan-json' },
    { command: 'ip -json addr show', reads: 'addresses', parser: 'ip-addr-json' },
  ],
  probe: {
    facts: [
      { command: 'uname -n' },
      { command: 'cat /etc/os-release' },
      { command: 'cat /proc/uptime' },
      { command: 'lldpcli -f json0 show chassis' },
      { command: 'ip addr show' },
    ],
    neighbors: [{ command: 'lldpcli -f json0 show neighbors', fallbacks: ['lldpcli show neighbors'] }],
  },
  collect: {
    vlans: [{ command: 'ip -json -details link show type vlan' }],
    addresses: [{ command: 'ip -json addr show' }],
  },
} as const satisfies Platform;
