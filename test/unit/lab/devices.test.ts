import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { allClosed, dial, exec, portOf, shell } from './dial-device.ts';

const IOS = 'acc-001';
const UNPRIVILEGED = 'acc-003';
const OLD_IOS = 'acc-004';
const NXOS = 'core-1';
const LINUX = 'srv-01';

let lab: Lab;

beforeEach(async () => {
  lab = await startLab({ topology: 'campus' });
});

afterEach(async () => {
  await allClosed(lab);
  await lab.close();
  expect(lab.stats().open).toBe(0);
  expect(lab.stats().closed).toBe(lab.stats().accepted);
});

describe('a Cisco shell', () => {
  test.each([
    [IOS, /acc-001#$/, /Processor board ID FCW/],
    [OLD_IOS, /acc-004#$/, /Version 12\.2\(55\)SE12/],
    [NXOS, /core-1#$/, /Processor Board ID FDO/],
  ])('%s echoes, answers show version with its facts, and closes TCP on exit', async (name, prompt, fact) => {
    const { client, ready, closed } = await dial(lab, name);
    expect(await ready).toBe('ready');
    const screen = await shell(client);
    await screen.ends(prompt);
    const answer = await screen.run('show version', prompt);
    expect(answer.startsWith('show version\r\n')).toBe(true);
    expect(answer).toMatch(fact);
    expect(answer.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    screen.stream.write('exit\n');
    await closed;
    expect(screen.closed).toBe(true);
  });

  test.each([
    [IOS, /acc-001#$/, /^\*\d\d:\d\d:\d\d\.\d{3} UTC \w{3} \w{3} \d+ \d{4}\r\n/m],
    [NXOS, /core-1#$/, /^\d\d:\d\d:\d\d\.\d{3} UTC \w{3} \w{3} \d+ \d{4}\r\nTime source is NTP\r\n/m],
  ])('%s tells the time', async (name, prompt, time) => {
    const { client, ready, closed } = await dial(lab, name);
    await ready;
    const screen = await shell(client);
    await screen.ends(prompt);
    expect(await screen.run('sh clock', prompt)).toMatch(time);
    screen.stream.write('exit\n');
    await closed;
  });

  test.each([
    [IOS, / --More-- $/, /acc-001#$/],
    [NXOS, /--More--\x1b\[m$/, /core-1#$/],
  ])('%s pages at the terminal length: space, enter, q', async (name, more, prompt) => {
    const { client, ready, closed } = await dial(lab, name);
    await ready;
    const screen = await shell(client, 10);
    await screen.ends(prompt);
    const first = await screen.run('show version', more);
    expect(first.split('\r\n')).toHaveLength(11);
    screen.text = '';
    screen.stream.write('\n');
    expect((await screen.ends(more)).split('\r\n')).toHaveLength(2);
    screen.text = '';
    screen.stream.write(' ');
    expect((await screen.ends(more)).split('\r\n')).toHaveLength(10);
    screen.text = '';
    screen.stream.write('q');
    await screen.ends(prompt);
    await screen.run('terminal length 0', prompt);
    expect(await screen.run('show version', prompt)).not.toContain('--More--');
    screen.stream.write('exit\n');
    await closed;
  });

  test('words may be cut short, and an unknown command is rejected as the platform does', async () => {
    const { client, ready, closed } = await dial(lab, IOS);
    await ready;
    const screen = await shell(client);
    await screen.ends(/#$/);
    const long = await screen.run('show lldp neighbors detail', /acc-001#$/);
    const short = await screen.run('sh lldp nei det', /acc-001#$/);
    expect(short.slice('sh lldp nei det'.length)).toBe(long.slice('show lldp neighbors detail'.length));
    expect(await screen.run('show magic', /acc-001#$/)).toContain("% Invalid input detected at '^' marker.");
    screen.stream.write('quit\n');
    await closed;
  });

  test('enable takes the secret only, without echo', async () => {
    const { client, ready, closed } = await dial(lab, UNPRIVILEGED);
    await ready;
    const screen = await shell(client);
    await screen.ends(/acc-003>$/);
    await screen.run('enable', /Password: $/);
    expect(await screen.run('wrong', />$/)).toContain('% Access denied');
    await screen.run('enable', /Password: $/);
    expect(await screen.run(lab.credential.enable, /#$/)).toBe('\r\nacc-003#');
    screen.stream.write('logout\n');
    await closed;
  });

  test('IOS opens one session channel, and no exec', async () => {
    const { client, ready, closed } = await dial(lab, IOS);
    await ready;
    const screen = await shell(client);
    await expect(shell(client)).rejects.toThrow('Channel open failure');
    screen.stream.write('exit\n');
    await closed;
    const second = await dial(lab, IOS);
    await second.ready;
    await expect(exec(second.client, 'show version')).rejects.toThrow();
    second.client.end();
    await second.closed;
  });

  test('the 17th connection to an IOS device is closed, and show users lists the lines', async () => {
    const all = await Promise.all(Array.from({ length: 16 }, () => dial(lab, IOS)));
    await Promise.all(all.map(({ ready }) => ready));
    const extra = connect(portOf(lab, IOS), '127.0.0.1').resume();
    await once(extra, 'close');
    const [first] = all;
    const screen = await shell(first!.client);
    await screen.ends(/#$/);
    const answer = await screen.run('show users', /acc-001#$/);
    expect(answer.match(/vty \d+/g)).toHaveLength(16);
    expect(answer.match(/^\* /gm)).toHaveLength(1);
    expect(lab.openSessionsByDevice()).toEqual({ [IOS]: 16 });
    expect(lab.stats()).toMatchObject({ accepted: 17, authenticated: 16, perDevicePeak: 17 });
    for (const { client } of all) client.end();
    await Promise.all(all.map(({ closed }) => closed));
  });
});

describe('a Linux server', () => {
  test('runs a script over exec, and leaves TCP to the client', async () => {
    const { client, ready, closed } = await dial(lab, LINUX);
    await ready;
    const script = [
      'export PATH=/usr/sbin:$PATH',
      'echo \'@@ 1\'; uname -n; echo "@@ $?"',
      'nothing-there || { printf "%s\\n" fallback; }',
      '(cat /etc/os-release /nowhere) 2>/dev/null && echo both',
      'LC_ALL=C lldpcli -f json0 show neighbors 2>&1',
      'exit 3',
      'echo never',
    ].join('\n');
    const { stdout, stderr, status } = await exec(client, script);
    expect(stdout).toMatch(/^@@ 1\nsrv-01\n@@ 0\nfallback\nPRETTY_NAME="Debian/);
    expect(stdout).not.toMatch(/both|never/);
    expect(stderr).toBe('sh: 1: nothing-there: not found\n');
    expect(status).toBe(3);
    const { lldp } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {
      lldp: { interface: { via: string }[] }[];
    };
    expect(lldp[0]?.interface.map(({ via }) => via)).toEqual(['LLDP', 'CDPv2']);
    expect(lab.openSessions()).toBe(1);
    client.end();
    await closed;
  });

  test('has a login shell with a prompt, whose exit closes the channel only', async () => {
    const { client, ready, closed } = await dial(lab, LINUX);
    await ready;
    const screen = await shell(client);
    await screen.ends(/netops@srv-01:~\$ $/);
    expect(await screen.run('hostname', /\$ $/)).toBe('hostname\r\nsrv-01\r\nnetops@srv-01:~$ ');
    screen.stream.end('exit\n');
    await once(screen.stream, 'close');
    expect(lab.openSessions()).toBe(1);
    client.end();
    await closed;
  });
});

test('a wrong password fails', async () => {
  const { client, ready, closed } = await dial(lab, IOS, { password: 'wrong' });
  expect(await ready).toBe('client-authentication');
  client.end();
  await closed;
  expect(lab.stats().authenticated).toBe(0);
});

test('a rotated host key is another one, for that device only; another lab has the first key again', async () => {
  const keys: string[] = [];
  const look = async (from: Lab, name: string) => {
    const { client, ready, closed } = await dial(from, name, { seenKey: (key) => keys.push(key) });
    await ready;
    client.end();
    await closed;
  };
  await look(lab, NXOS);
  lab.rotateHostKey(NXOS);
  await look(lab, NXOS);
  await look(lab, 'core-2');
  const again = await startLab({ topology: 'campus' });
  await look(again, NXOS);
  await allClosed(again);
  await again.close();
  expect(keys[1]).not.toBe(keys[0]);
  expect(keys[2]).toBe(keys[0]);
  expect(keys[3]).toBe(keys[0]);
});
