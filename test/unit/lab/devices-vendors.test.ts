import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
): Promise<{ screen: Screen; closed: Promise<unknown> }> {
  const { client, ready, closed } = await dial(lab, device);
  expect(await ready).toBe('ready');
  const screen = await shell(client, rows);
  await screen.ends(prompt);
  return { screen, closed };
}

describe.each(KINDS)('the CLI of $device', (kind) => {
  const { prompt, version, fact, more, pagingOff, rejected, leave } = kind;

  test('answers with its facts, rejects what it does not know, and closes TCP when it is left', async () => {
    const { screen, closed } = await at(kind);
    const answer = await screen.run(version, prompt);
    expect(answer).toContain(`${version}\r\n`);
    expect(answer).toMatch(fact);
    expect(await screen.run('show magic', prompt)).toContain(rejected);
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
