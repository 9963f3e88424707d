import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLab, type Lab } from '../../../lab/start-lab.ts';
import type { RunSummary } from '../../../shared/model/run.ts';
import { closedOf, openOnDevices } from './walk-lab.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const SIZE = 60;

let lab: Lab;
let folder: string;

beforeEach(async () => {
  lab = await startLab({ topology: 'campus', size: SIZE, latencyMs: 30 });
  folder = await mkdtemp(path.join(tmpdir(), 'netwalker-'));
  await writeFile(path.join(folder, 'map.json'), JSON.stringify(lab.dialMap));
  await writeFile(path.join(folder, 'login.json'), JSON.stringify(lab.credential));
});
afterEach(async () => {
  await lab.close();
  await rm(folder, { recursive: true, force: true });
});

const files = (): readonly string[] => ['--data-dir', path.join(folder, 'data'), '--json'];

function discover(): ChildProcess {
  const seeds = lab.seeds.flatMap((seed) => ['--seed', seed]);
  const scope = lab.scope.flatMap((cidr) => ['--scope', cidr]);
  const login = [
    '--credentials',
    path.join(folder, 'login.json'),
    '--dial-map',
    path.join(folder, 'map.json'),
  ];
  return start(['discover', ...seeds, ...scope, ...login, '--network', lab.network, ...files()]);
}

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [path.join(root, 'cli', 'main.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function finish(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const texts = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (texts.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (texts.stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...texts };
}

const query = async (...args: readonly string[]): Promise<unknown> => {
  const { stdout, stderr, code } = await finish(start([...args, ...files()]));
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
};

/** Waits until the walk holds sessions on several devices at once. */
async function untilInFlight(): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (lab.openSessions() >= 5) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the walk never held five sessions at once');
}

describe('a walk that is killed', () => {
  test('loses no session: reap flags exactly those that were open, and the next walk completes without a duplicate', async () => {
    const child = discover();
    const ended = finish(child);
    await untilInFlight();
    child.kill('SIGKILL');
    await ended;
    expect(await openOnDevices(lab)).toEqual({});

    type Row = { address: string; state: string; openedAt: string | null };
    const before = (await query('sessions')) as readonly Row[];
    const open = before.filter(({ state }) => ['opening', 'open', 'closing'].includes(state));
    expect(open.length).toBeGreaterThan(0);
    await query('reap');
    expect(await query('runs')).toMatchObject([{ status: 'aborted' }]);
    const leaked = (await query('sessions', '--state', 'leaked')) as readonly Row[];
    expect(leaked.map(({ address }) => address).sort()).toEqual(open.map(({ address }) => address).sort());
    expect(JSON.stringify(await query('explain', leaked[0]?.address ?? ''))).toContain('leaked');

    const next = await finish(discover());
    expect(next.code, next.stderr).toBe(0);
    const summary = JSON.parse(next.stdout) as RunSummary;
    expect(summary).toMatchObject({ status: 'succeeded', devices: SIZE, links: lab.truth.links.length });
    expect(closedOf(summary)).toBe(summary.sessions.opened);
    const devices = (await query('devices')) as readonly { name: string }[];
    expect(devices.map(({ name }) => name).sort()).toEqual(lab.truth.devices.map(({ name }) => name).sort());
    expect(await openOnDevices(lab)).toEqual({});
  }, 120_000);
});

describe('a walk that is interrupted', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s closes its sessions first and exits with 130',
    async (signal) => {
      const child = discover();
      const ended = finish(child);
      await untilInFlight();
      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect(code, stderr).toBe(130);
      const summary = JSON.parse(stdout) as RunSummary;
      expect(summary.status).toBe('aborted');
      expect(closedOf(summary)).toBe(summary.sessions.opened);
      expect(summary.sessions.leaked).toBe(0);
      expect(await openOnDevices(lab)).toEqual({});
      expect(await query('sessions', '--state', 'open')).toEqual([]);
    },
    120_000,
  );
});
