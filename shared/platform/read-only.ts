/**
 * Which commands only read, platform by platform: what `exec` runs unless it is told to run anything. A command is taken where the list has it;
 * what no list has is refused. Not on any list although it reads: what sends traffic (`ping`), what never ends (`monitor`), what opens files
 * by name (`more`), and `show tech-support` where it writes an archive to the device's own disk.
 */
export interface ReadOnly {
  /** First words, and the shortest form of each that the device takes for it and for nothing else. */
  readonly begins?: readonly { readonly word: string; readonly shortest: string }[];
  /** What may stand behind a `|`, cut or not: it filters or formats what is printed. */
  readonly filters?: readonly string[];
  /** What else the device has behind a `|`: a cut word that could be one of these is not taken. */
  readonly otherFilters?: readonly string[];
  /** Whole commands, where the first word does not tell: programs of a shell, paths of a menu. */
  readonly whole?: readonly RegExp[];
  /** Commands that begin like a reading one and write. */
  readonly never?: readonly RegExp[];
}

const SHOW = [{ word: 'show', shortest: 'sh' }];
const DISPLAY = [{ word: 'display', shortest: 'dis' }];

/** `show tech-support file disk0:x` (ASA), `show tech local-file` (AOS-CX): what begins like either is not taken. */
const TECH_FILE = /^sh\S* te(?:c\S*)? (?:.* )?[fl]/;
/** IOS-XR archives it to its disk, whatever stands behind. */
const TECH = /^sh\S* te(?:c\S*)?(?: |$)/;
/** With a name behind it, `display diagnostic-information` is written there. */
const DIAGNOSTIC = /^dis\S* di(?:a\S*)?(?: |$)/;
/** A place that is not the device's: nothing that reads needs one. */
export const REMOTE = /\b(?:tftp|ftp|scp|sftp|rcp|https?|smb|nfs):/i;

const IOS_FILTERS = ['include', 'exclude', 'begin', 'section', 'count', 'format'];
const IOS_WRITES = ['append', 'redirect', 'tee'];

const ciscoLike: ReadOnly = {
  begins: SHOW,
  filters: IOS_FILTERS,
  otherFilters: IOS_WRITES,
  never: [TECH_FILE],
};
/** Switches whose manuals know no filter but these, and nothing that writes. */
const showOnly: ReadOnly = { begins: SHOW, filters: ['include', 'exclude', 'begin'], never: [TECH_FILE] };

/** `system show`, `lldp show neighbors`: the verb stands behind its object, so only these objects are known. */
const CIENA = [
  ...[
    'system',
    'software',
    'chassis',
    'port',
    'port xcvr',
    'lldp',
    'vlan',
    'interface',
    'aggregation',
    'flow',
  ],
  ...[
    'module',
    'syslog',
    'snmp',
    'ntp',
    'ntp client',
    'ring-protection',
    'configuration',
    'alarm',
    'license',
  ],
  ...['virtual-switch', 'virtual-circuit', 'mpls tunnel', 'user', 'command-log', 'log flash', 'power', 'fan'],
];
/** Words between could be verbs of their own (`/interface disable ether1 print`): only these paths are known. */
const ROUTEROS = [
  ...[
    'ip address',
    'ip route',
    'ip neighbor',
    'ip arp',
    'ip dhcp-client',
    'ip dhcp-server lease',
    'ip dns',
    'ip pool',
  ],
  ...[
    'ip service',
    'ip settings',
    'ip firewall filter',
    'ip firewall nat',
    'ipv6 address',
    'ipv6 route',
    'ipv6 neighbor',
  ],
  ...[
    'interface',
    'interface ethernet',
    'interface bridge',
    'interface bridge port',
    'interface bridge host',
  ],
  ...[
    'interface bridge vlan',
    'interface vlan',
    'interface bonding',
    'system identity',
    'system resource',
    'system clock',
  ],
  ...[
    'system routerboard',
    'system health',
    'system package',
    'system license',
    'system history',
    'system ntp client',
  ],
  ...[
    'routing ospf neighbor',
    'routing ospf interface',
    'routing bgp peer',
    'routing bgp session',
    'log',
    'file',
  ],
];

/** One of the paths, in words or with `/` between them as newer releases have it, and what stands behind it. */
function menu(paths: readonly string[], behind: string): RegExp {
  const all = paths.map((path) => path.replaceAll(' ', '[ /]')).join('|');
  return new RegExp(`^/?(?:${all})${behind}$`);
}

export const READ_ONLY: Readonly<Record<string, ReadOnly>> = {
  cisco_ios: ciscoLike,
  cisco_asa: { ...ciscoLike, filters: ['include', 'exclude', 'begin', 'grep'] },
  cisco_nxos: {
    begins: SHOW,
    filters: [
      ...[
        'include',
        'exclude',
        'begin',
        'section',
        'count',
        'no-more',
        'egrep',
        'grep',
        'last',
        'head',
        'wc',
      ],
      ...['json', 'json-pretty', 'xml', 'human'],
    ],
    // `sed` and `awk` write files and run programs, `diff` keeps a copy, `vsh` and `bash` are shells, `email` sends.
    otherFilters: [
      'awk',
      'bash',
      'cut',
      'diff',
      'email',
      'end',
      'less',
      'sed',
      'sort',
      'source',
      'tr',
      'uniq',
      'vsh',
    ],
    never: [TECH_FILE, /\b(?:tac-pac|bundle)\b/],
  },
  cisco_xr: {
    begins: SHOW,
    filters: ['include', 'exclude', 'begin', 'section'],
    otherFilters: ['file', 'utility'],
    never: [TECH],
  },
  cisco_s300: showOnly,
  cisco_wlc_ssh: { begins: SHOW },
  arista_eos: {
    begins: SHOW,
    filters: ['include', 'exclude', 'begin', 'section', 'count', 'no-more', 'nz', 'json'],
    otherFilters: ['append', 'awk', 'bash', 'redirect', 'sed', 'tee'],
    never: [TECH_FILE],
  },
  juniper_junos: {
    begins: SHOW,
    filters: ['match', 'except', 'find', 'count', 'last', 'no-more', 'trim', 'display', 'resolve', 'compare'],
    // `refresh` and `hold` never end; `request` sends to others' terminals.
    otherFilters: ['append', 'hold', 'refresh', 'request', 'save', 'tee'],
  },
  aruba_aoscx: {
    begins: SHOW,
    filters: ['include', 'exclude', 'begin', 'count', 'no-more'],
    otherFilters: ['redirect'],
    never: [TECH_FILE],
  },
  hp_procurve: { begins: SHOW, filters: ['include', 'exclude', 'begin'], never: [TECH_FILE] },
  hp_comware: {
    begins: DISPLAY,
    filters: ['include', 'exclude', 'begin', 'count', 'by-linenum'],
    never: [DIAGNOSTIC],
  },
  huawei_vrp: {
    begins: DISPLAY,
    filters: ['include', 'exclude', 'begin', 'count', 'no-more'],
    otherFilters: ['refresh'],
    never: [DIAGNOSTIC],
  },
  alcatel_aos: { begins: SHOW },
  allied_telesis_awplus: { ...showOnly, otherFilters: ['redirect', 'append', 'tee'] },
  broadcom_icos: showOnly,
  brocade_fastiron: showOnly,
  brocade_netiron: showOnly,
  ipinfusion_ocnos: { ...showOnly, otherFilters: ['redirect'] },
  paloalto_panos: { begins: SHOW, filters: ['match', 'except'], otherFilters: ['tee', 'save'] },
  fortinet: {
    begins: [
      { word: 'get', shortest: 'get' },
      { word: 'show', shortest: 'sh' },
    ],
    filters: ['grep'],
  },
  ciena_saos: { whole: [menu(CIENA, ' show(?: [a-z0-9][\\w./:-]*)*')] },
  // `file=` keeps what is printed; what stands in `[]` and `{}` is run.
  mikrotik_routeros: {
    whole: [
      menu(
        ROUTEROS,
        '[ /]print(?: (?:detail|brief|terse|stats|stats-detail|value-list|count-only|without-paging))*',
      ),
    ],
  },
  linux: { whole: linuxPrograms() },
};

/** Programs that only read, with the arguments of them that do: in a shell, a flag may be what writes (`ss -K`, `date -s`, `sysctl -w`). */
function linuxPrograms(): readonly RegExp[] {
  /** Not a flag. */
  const word = '[\\w/:@][\\w.:/@%+,-]*';
  const words = `(?: ${word})*`;
  const ip = ' -(?:4|6|br|brief|d|details|s|stats|statistics|j|json|o|oneline|p|pretty|h|human|N|r|resolve)';
  return [
    'uname(?: -[asnrvmpio]+)?',
    'hostname(?: -[sfdiIA])?',
    'uptime(?: -[ps])?',
    'date(?: -u)?(?: \\+[\\w%:/-]+)?',
    'id(?: -[ugnG]+)?',
    'whoami',
    'who(?: -[abdHlmpqrstTu]+)?',
    'w(?: -[hsfi]+)?',
    'free(?: -[bkmghtlw]+)?',
    `df(?: -[ahHikTPl]+)?`,
    'lsblk(?: -[adfilmprStJ]+)?',
    'lscpu(?: -J)?',
    'lspci(?: -[vkntmD]+)?',
    'lsmod',
    'nproc',
    `ps(?: -?[aefFlLxuwjHA]+)?`,
    'cat /etc/(?:os-release|debian_version|redhat-release|hostname|lsb-release)',
    'cat /proc/(?:uptime|version|cpuinfo|meminfo|loadavg|modules|net/(?:arp|dev|route|snmp|bonding/[\\w.-]+))',
    `ip(?:${ip})* (?:a|addr|address|l|link|r|route|n|neigh|neighbor|neighbour|ru|rule|maddr|tunnel|vrf|netns)(?: (?:s|sh|show|ls|lst|list)${words})?`,
    `ip(?:${ip})* route get ${word}`,
    `bridge(?:${ip})* (?:link|fdb|vlan|mdb)(?: show${words})?`,
    `brctl (?:show|showmacs|showstp)(?: ${word})?`,
    'ss(?: -[tulwxnapemoi460rsHhOQ]+)*',
    'netstat(?: -[tulwxnapeorsigMWv46]+)*',
    'arp(?: -[anev]+)?',
    `ethtool(?: -[iSkgamlcPT])? ${word}`,
    'lldpctl(?: -f (?:plain|keyvalue|xml|json|json0))?(?: [\\w.-]+)?',
    `lldpcli(?: -f (?:plain|keyvalue|xml|json|json0))? show (?:neighbors|chassis|statistics|interfaces|configuration)${words}`,
    'hostnamectl(?: status)?',
    'timedatectl(?: status)?',
    'dmidecode(?: -q)?(?: -[ts] \\w[\\w-]*)?',
    `systemctl (?:status|is-active|is-enabled|show|list-units|list-timers)(?: --no-pager)?(?: [\\w.@:-]+)*(?: --no-pager)?`,
    'sysctl(?: -n)? [\\w.]+',
    `(?:net|nv) show${words}`,
  ].map((text) => new RegExp(`^(?:${text})$`));
}
