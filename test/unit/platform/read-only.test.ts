import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkLine, checkReadOnly } from '../../../shared/platform/check-command.ts';
import { PLATFORMS } from '../../../shared/platform/platforms.ts';
import { READ_ONLY } from '../../../shared/platform/read-only.ts';

/** Commands that only read, as the vendors' guides print them. */
const READING: Readonly<Record<string, readonly string[]>> = {
  cisco_ios: [
    'show clock',
    'sh clock',
    'SHOW version',
    'show ip int br | i up',
    'sho run | sec router',
    'show tech-support',
    'show flash:',
  ],
  cisco_asa: ['show run | grep nameif', 'sh ver'],
  cisco_nxos: [
    'show clock',
    'show interface | json-pretty | no-more',
    'show log | last 20',
    'show vlan | egrep Gi',
  ],
  cisco_xr: ['show version', 'show terminal', 'show logging | utility'.replace('utility', 'include x')],
  arista_eos: ['show version | json', 'show interfaces status | nz'],
  juniper_junos: [
    'show chassis hardware | display json',
    'show interfaces terse | match "ge-" | except down | no-more',
  ],
  huawei_vrp: ['display version', 'dis cur | include sysname'],
  hp_comware: ['display interface brief | begin GE', 'dis clock'],
  fortinet: ['get system status', 'show system interface | grep ip'],
  mikrotik_routeros: [
    '/ip address print detail',
    '/ip/neighbor/print',
    'interface bridge port print without-paging',
  ],
  ciena_saos: ['software show', 'port xcvr show port 1', 'lldp show neighbors'],
  linux: [
    ...[
      'uname -a',
      'uptime',
      'date',
      'date -u +%s',
      'cat /etc/os-release',
      'ip -br addr',
      'ip -json -d link show type vlan',
    ],
    ...[
      'ip route',
      'ip route get 192.0.2.1',
      'ss -tlnp',
      'ethtool -i eth0',
      'lldpcli -f json0 show neighbors',
      'ps aux',
    ],
    ...['systemctl status lldpd --no-pager', 'sysctl net.ipv4.ip_forward', 'bridge vlan show', 'df -h'],
  ],
};

/** Each would write, run, send or never end; or hides something that does. */
const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  cisco_ios: [
    ...[
      'reload',
      'configure terminal',
      'conf t',
      'clear line 1',
      'copy run start',
      'write',
      'debug all',
      's',
      'show',
      'sh ',
    ],
    ...[
      'show run | redirect flash:x',
      'show run | red flash:x',
      'show run | tee flash:x',
      'show run | append flash:x',
    ],
    ...[
      'show run|redirect tftp://192.0.2.1/x',
      'show run | include a | redirect flash:x',
      'show run | include "a | tee flash:x"',
    ],
    ...[
      'show run > flash:x',
      'show clock\nreload',
      'show clock\rreload',
      'show clock\u0003reload',
      'show clock ?',
      'show clock; reload',
    ],
    ...[
      'show \u202eclock',
      'show file ftp://192.0.2.1/x',
      'show run |',
      'show run | ',
      'show tech-support file flash:x',
      'ping 10.0.0.1',
    ],
    ...['shutdown', 'showx clock', 'do show clock', 'show\tclock'],
  ],
  cisco_asa: [
    'shun 10.0.0.1',
    'shu 10.0.0.1',
    'show tech-support file disk0:x',
    'sh tech detail fi disk0:x',
    'show run | redirect disk0:x',
  ],
  cisco_nxos: [
    ...[
      'show run > bootflash:x',
      'show run >> bootflash:x',
      'show clock ; reload',
      'show run | vsh',
      'show run | sed w x',
      'show run | email x',
    ],
    ...[
      'show run | awk x',
      'show run | e',
      'show run | diff',
      'run bash',
      'tac-pac bootflash:',
      'show version | json | bash',
    ],
  ],
  cisco_xr: [
    'show tech-support',
    'sh tec',
    'show run | file disk0:x',
    'show run | f disk0:x',
    'show run | utility script x',
  ],
  arista_eos: [
    'show run | redirect flash:x',
    'bash',
    'show version | bash rm x',
    'show run | tee x',
    'show version & reload',
    'show run > flash:x',
  ],
  juniper_junos: [
    ...[
      'show configuration | save x',
      'show configuration | sa x',
      'show log | append x',
      'show log | refresh 1',
      'show log | request message user x',
    ],
    ...[
      'request system reboot',
      'start shell',
      'file delete x',
      'clear log x',
      'set cli x',
      'monitor traffic',
      'show version | hold',
    ],
  ],
  huawei_vrp: [
    'display version > flash:/x',
    'reset saved-configuration',
    'di version',
    'display diagnostic-information x',
    'reboot',
    'dis diag',
  ],
  hp_comware: ['display cur >> flash:/x', 'display diagnostic-information', 'save'],
  aruba_aoscx: ['show tech local-file', 'show run | redirect x'],
  fortinet: ['execute reboot', 'diagnose sys kill 9 1', 'config system interface', 'show | grep x ; reboot'],
  mikrotik_routeros: [
    ...[
      '/system reboot',
      '/ip address print file=x',
      '/interface disable ether1 print',
      '/system script run 0 print',
      '/ip address print where [/system reboot]',
    ],
    ...[
      '/ip address remove 0',
      '/export file=x',
      '/ip address print; /system reboot',
      '/interface print follow',
    ],
  ],
  ciena_saos: ['system reboot show', 'configuration save', 'software install show'],
  paloalto_panos: ['request restart system', 'delete x', 'show x | tee y'],
  linux: [
    ...[
      'rm -rf /',
      'reboot',
      'uname -a; reboot',
      'uname && reboot',
      'uname | sh',
      'uname > /etc/passwd',
      'uname `reboot`',
      'uname $(reboot)',
    ],
    ...[
      'uname ${x}',
      'uname\nreboot',
      'date -s 12:00',
      'date 010100002030',
      'hostname evil',
      'cat /etc/shadow',
      'cat /proc/../etc/shadow',
    ],
    ...[
      'ip link set eth0 down',
      'ip -batch x',
      'ip netns exec a reboot',
      'ip vrf exec a reboot',
      'ip route add default via 192.0.2.1',
      'ss -K',
      'ss -D x',
    ],
    ...[
      'sysctl -w a=b',
      'sysctl net.ipv4.ip_forward=1',
      'ethtool -s eth0 speed 10',
      'ethtool -p eth0',
      'dmidecode --dump-bin x',
      'lldpcli configure x',
    ],
    ...[
      'systemctl stop sshd',
      'systemctl reboot',
      'ping 192.0.2.1',
      'UNAME',
      'sudo uname',
      './uname',
      'uname -a &',
      'ps aux\\',
      'nv set x',
      'watch df',
    ],
  ],
};

describe('commands that are known to only read', () => {
  test.each(Object.entries(READING).flatMap(([id, all]) => all.map((command) => [id, command] as const)))(
    '%s: %s',
    (id, command) => expect(checkReadOnly(id, command)).toBeNull(),
  );

  it('are all that netwalker itself asks of a CLI', () => {
    for (const { id, channel, probe, collect = {} } of PLATFORMS) {
      if (channel === 'exec') continue;
      for (const { command } of [...probe.facts, ...probe.neighbors, ...Object.values(collect).flat()]) {
        expect([id, command, checkReadOnly(id, command)]).toEqual([id, command, null]);
      }
    }
  });
});

describe('what may write, run or send', () => {
  test.each(Object.entries(HOSTILE).flatMap(([id, all]) => all.map((command) => [id, command] as const)))(
    'is refused: %s: %j',
    (id, command) => expect(checkReadOnly(id, command)).not.toBeNull(),
  );

  it('is refused on a platform that has no list', () => {
    expect(checkReadOnly('unknown', 'show version')).toMatch('no list of reading commands');
    expect(checkReadOnly('constructor', 'show version')).toMatch('no list of reading commands');
  });

  it('gets nowhere behind a reading command, whatever stands between', () => {
    const begins = fc.constantFrom(
      ...Object.entries(READING).flatMap(([id, all]) => all.map((command) => [id, command] as const)),
    );
    const acts = fc.constantFrom(
      ';',
      '&&',
      '||',
      '|',
      '\n',
      '\r',
      '\u0000',
      '\u0015',
      '\u001b',
      '`',
      '$(',
      '>',
      '>>',
      '<(',
      '\u2028',
      '?',
      '&',
    );
    const blank = fc.constantFrom('', ' ', '  ');
    const verb = fc.constantFrom(
      'reload',
      'redirect flash:x',
      'tee x',
      'save x',
      'append x',
      'sh',
      'rm x',
      'file x',
      'vsh',
      'bash',
      'red x',
      'ap x',
    );
    fc.assert(
      fc.property(begins, blank, acts, blank, verb, ([id, command], before, act, after, what) => {
        expect(checkReadOnly(id, `${command}${before}${act}${after}${what}`)).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('is one line whatever is allowed', () => {
    for (const bad of ['', '  ', 'a\nb', 'a\rb', 'a\u0003', 'a\u009b', 'ä', 'x'.repeat(401)])
      expect(checkLine(bad)).not.toBeNull();
    expect(checkLine('reload in 5')).toBeNull();
  });
});

it('every platform that is dialled has its list', () => {
  expect(Object.keys(READ_ONLY).sort()).toEqual(PLATFORMS.map(({ id }) => id).sort());
});
