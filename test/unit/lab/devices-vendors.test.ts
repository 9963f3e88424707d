import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from 'ssh2';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import { allClosed, dial, shell, type Screen } from './dial-device.ts';

interface Kind {
  readonly device: string;
  readonly prompt: RegExp;
  readonly version: string;
  readonly fact: RegExp;
  readonly more: RegExp;
  readonly pagingOff: readonly string[];
  readonly rejected: string;
  readonly unknown?: string;
  readonly leave: string;
}

const KINDS: readonly Kind[] = [
  {
    device: 'eos-01',
    prompt: /eos-01#$/,
    version: 'show version',
    fact: /^Serial number: JPE/m,
    more: / --More-- \x1b\[27m$/,
    pagingOff: ['terminal length 0'],
    rejected: "% Invalid input (at token 1: 'magic')",
    leave: 'exit',
  },
  {
    device: 'jun-01',
    prompt: /\r\n\{master:0\}\r\nnetops@jun-01> $/,
    version: 'show version',
    fact: /^Model: qfx5120-48y-8c\r$/m,
    more: /---\(more \d+%\)---$/,
    pagingOff: ['set cli screen-length 0'],
    rejected: '^\r\nsyntax error, expecting <command>.',
    leave: 'exit',
  },
  {
    device: 'xr-01',
    prompt: /RP\/0\/RP0\/CPU0:xr-01#$/,
    version: 'show version',
    fact: /^show version\r\n\w{3} \w{3} \d+ [\d:.]+ UTC\r\n[^]+^Cisco IOS XR Software, Version 7\.5\.2\r$/m,
    more: / --More-- $/,
    pagingOff: ['terminal length 0'],
    rejected: "% Invalid input detected at '^' marker.",
    leave: 'exit',
  },
  {
    device: 'cx-01',
    prompt: /cx-01# $/,
    version: 'show system',
    fact: /^Chassis Serial Nbr : SG/m,
    more: /-- MORE --, next page: Space, next line: Enter, quit: q$/,
    pagingOff: ['no page'],
    rejected: 'Invalid input: magic',
    leave: 'exit',
  },
  {
    device: 'cw-01',
    prompt: /<cw-01>$/,
    version: 'display version',
    fact: /^HPE 5510 48G 4SFP\+ HI 1-slot Switch uptime is \d+ weeks?, /m,
    more: /---- More ----$/,
    pagingOff: ['screen-length disable'],
    rejected: "display magic\r\n               ^\r\n % Unrecognized command found at '^' position.",
    unknown: 'display magic',
    leave: 'quit',
  },
  {
    device: 'vrp-02',
    prompt: /<vrp-02>$/,
    version: 'display version',
    fact: /^VRP \(R\) software, Version 8\.191 \(CE6863 V200R019C10SPC800\)\r$/m,
    more: / {2}---- More ----$/,
    pagingOff: ['screen-length 0 temporary'],
    rejected: "\r\nError: Unrecognized command found at '^' position.",
    unknown: 'display magic',
    leave: 'quit',
  },
  {
    device: 'pa-01',
    prompt: /netops@pa-01\(active\)> $/,
    version: 'show system info',
    fact: /^sw-version: 10\.2\.7-h3\r$/m,
    more: /lines \d+-\d+ \x1b\[27m$/,
    pagingOff: ['set cli scripting-mode on', 'set cli pager off', 'set cli terminal width 500'],
    rejected: '\r\nInvalid syntax.',
    leave: 'quit',
  },
];

let lab: Lab;

beforeEach(async () => {
  lab = await startLab({ topology: 'mixed' });
});

afterEach(async () => {
  await allClosed(lab);
  await lab.close();
  expect(lab.stats().open).toBe(0);
  expect(lab.stats().closed).toBe(lab.stats().accepted);
});

/** A shell at its first prompt. */
async function at(
  { device, prompt }: Kind,
  rows = 1000,
): Promise<{ screen: Screen; client: Client; closed: Promise<unknown> }> {
  const { client, ready, closed } = await dial(lab, device);
  expect(await ready).toBe('ready');
  const screen = await shell(client, rows);
  await screen.ends(prompt);
  return { screen, client, closed };
}

describe.each(KINDS)('the CLI of $device', (kind) => {
  const { prompt, version, fact, more, pagingOff, rejected, unknown = 'show magic', leave } = kind;

  test('answers with its facts, rejects what it does not know, and closes TCP when it is left', async () => {
    const { screen, closed } = await at(kind);
    const answer = await screen.run(version, prompt);
    expect(answer).toContain(`${version}\r\n`);
    expect(answer).toMatch(fact);
    expect(await screen.run(unknown, prompt)).toContain(rejected);
    screen.stream.write(`${leave}\n`);
    await closed;
    expect(screen.closed).toBe(true);
  });

  test('pages until it is told not to', async () => {
    const { screen, closed } = await at(kind, 8);
    await screen.run(version, more);
    screen.text = '';
    screen.stream.write('q');
    await screen.ends(prompt);
    for (const command of pagingOff) await screen.run(command, prompt);
    expect(await screen.run(version, prompt)).toMatch(fact);
    screen.stream.write(`${leave}\n`);
    await closed;
  });
});

test('EOS asks for a secret to enable, and says what was wrong with it', async () => {
  const { screen, closed } = await at({ ...KINDS[0]!, device: 'eos-02', prompt: /eos-02>$/ });
  await screen.run('enable', /Password: $/);
  expect(await screen.run('wrong', />$/)).toContain('% Bad secret');
  await screen.run('enable', /Password: $/);
  await screen.run(lab.credential.enable, /eos-02#$/);
  screen.stream.write('exit\n');
  await closed;
});

test.each([
  ['cw-01', /<cw-01>$/, 'system-view', /\[cw-01\]$/, 'quit'],
  ['vrp-01', /<vrp-01>$/, 'system-view', /\[vrp-01\]$/, 'quit'],
  ['vrp-02', /<vrp-02>$/, 'system-view', /\[~vrp-02\]$/, 'return'],
  ['pa-01', /\(active\)> $/, 'configure', /\[edit\]\r\nnetops@pa-01\(active\)# $/, 'exit'],
])('%s has a mode to configure in, and is left after it', async (device, prompt, enter, inside, leave) => {
  const { screen, closed } = await at({ ...KINDS[0]!, device, prompt });
  await screen.run(enter, inside);
  await screen.run(leave, prompt);
  screen.stream.write('quit\n');
  await closed;
});

test('PAN-OS redraws its line until it is told of scripts, and keeps TCP after exit', async () => {
  const { screen, client, closed } = await at({ ...KINDS[0]!, device: 'pa-02', prompt: /netops@pa-02> $/ });
  expect(await screen.run('show clocks', /\n.*pa-02> $/s)).toContain('\r\x1b[Knetops@pa-02> show clocks\r\n');
  await screen.run('set cli scripting-mode on', /\n.*pa-02> $/s);
  expect(await screen.run('show clocks', /pa-02> $/)).toMatch(/^show clocks\r\n\r\nInvalid syntax\.\r\n/);
  screen.stream.write('exit\n');
  await once(screen.stream, 'close');
  expect(lab.openSessions()).toBe(1);
  client.end();
  await closed;
});

test('a Comware of before does not know verbose, and prints the details without it', async () => {
  const { screen, closed } = await at({ ...KINDS[0]!, device: 'cw-02', prompt: /<cw-02>$/ });
  await screen.run('screen-length disable', /<cw-02>$/);
  const verbose = await screen.run('display lldp neighbor-information verbose', /<cw-02>$/);
  expect(verbose).toContain('% Unrecognized command');
  expect(await screen.run('display lldp neighbor-information', /<cw-02>$/)).toContain(' System name  ');
  screen.stream.write('quit\n');
  await closed;
});
