import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spawnCli } from './spawn-cli.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'netwalker-usage-'));
  writeFileSync(join(cwd, 'bad.yaml'), 'scope:\n  - nowhere\n');
});
afterAll(() => rmSync(cwd, { recursive: true }));

const SCOPE = ['--scope', '10.0.0.0/8'];

describe('wrong usage', () => {
  it.each([
    ['an unknown command', ['frobnicate'], "error: unknown command 'frobnicate'"],
    ['no scope', ['discover', '--seed', '10.0.0.1'], 'netwalker: no scope: '],
    ['no seed', ['discover', ...SCOPE], 'netwalker: no seed: '],
    [
      'a seed outside the scope',
      ['discover', '--seed', '192.0.2.1', '--username', 'u', ...SCOPE],
      'netwalker: the seed 192.0.2.1 is outside the scope: ',
    ],
    [
      'a password on the command line',
      ['discover', '--seed', '10.0.0.1', '--password', 'hunter2', ...SCOPE],
      'netwalker: a password on the command line can be read by others: use --password-file',
    ],
    ['no username off a terminal', ['discover', '--seed', '10.0.0.1', ...SCOPE], 'netwalker: no username: '],
    [
      'a config file that is not valid',
      ['config', '--config', 'bad.yaml'],
      'netwalker: bad.yaml:2:5: scope.0: not a CIDR',
    ],
    [
      'a data directory that is a file',
      ['devices', '--data-dir', 'bad.yaml'],
      'netwalker: the data directory bad.yaml cannot be read: ENOTDIR',
    ],
    [
      'a file that a lab would overwrite, and delete',
      ['lab', 'line:3', '--serve', 'bad.yaml'],
      'netwalker: bad.yaml cannot be written: it is there already',
    ],
    ['a lab that there is not', ['discover', '--lab', 'moon'], 'netwalker: no lab "moon"'],
    [
      'an unknown platform',
      ['parse', '--platform', 'x', '--command', 'y'],
      'netwalker: Unknown platform "x"',
    ],
  ])('of %s ends with status 2, one sentence and nothing on stdout', async (_, args, message) => {
    const { code, stdout, stderr } = await spawnCli(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('hunter2');
    expect(stderr).not.toContain('    at ');
  });
});

describe('an empty data directory', () => {
  it('is not an error: the message says how to begin, and nothing is made', async () => {
    const text = await spawnCli(['devices'], { cwd });
    const json = await spawnCli(['sessions', '--state', 'open', '--json'], { cwd });
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toContain('no run yet in .netwalker: netwalker discover --seed');
    expect(json).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  });
});

describe('parse', () => {
  it('reads stdin and prints JSON', async () => {
    const input = 'Device ID: sw2\r\nInterface: Gi0/1,  Port ID (outgoing port): Gi0/2\r\n';
    const { code, stdout } = await spawnCli(
      ['parse', '--platform', 'cisco_ios', '--command', 'show cdp neighbors detail'],
      { input },
    );
    const [entry] = (JSON.parse(stdout) as { neighbors: unknown[] }).neighbors;
    expect(code).toBe(0);
    expect(entry).toMatchObject({
      protocol: 'cdp',
      localPort: 'Gi0/1',
      remoteName: 'sw2',
      remotePort: 'Gi0/2',
    });
  });
});

describe('config', () => {
  it('prints where each value came from, and no secret', async () => {
    writeFileSync(
      join(cwd, 'netwalker.yaml'),
      'seeds: [10.0.0.1]\nscope: [10.0.0.0/8]\nlimits: { maxDepth: 2 }\ncredentials: { passwordEnv: LAB_PASSWORD }\n',
    );
    const { code, stdout } = await spawnCli(['config', '--max-depth', '5', '--json'], {
      cwd,
      env: { LAB_PASSWORD: 'hunter2', NETWALKER_USERNAME: 'ops' },
    });
    rmSync(join(cwd, 'netwalker.yaml'));
    const rows = JSON.parse(stdout) as { key: string; value: unknown; from: string }[];
    expect(code).toBe(0);
    expect(stdout).not.toContain('hunter2');
    expect(rows).toEqual(
      expect.arrayContaining([
        { key: 'maxDepth', value: 5, from: 'flag' },
        { key: 'scope', value: ['10.0.0.0/8'], from: 'netwalker.yaml' },
        { key: 'concurrency', value: 50, from: 'default' },
        { key: 'credentials.username', value: 'ops', from: 'NETWALKER_USERNAME' },
        { key: 'credentials.password', value: '(set)', from: 'LAB_PASSWORD' },
      ]),
    );
  });
});
