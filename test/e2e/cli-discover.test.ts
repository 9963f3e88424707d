import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Truth } from '../../lab/truth.ts';
import type { RunSummary } from '../../shared/model/run.ts';
import type { TopologyJson } from '../../shared/topology/to-json.ts';
import { spawnCli } from './spawn-cli.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'netwalker-discover-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function ask<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await spawnCli([...args, '--json'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
}

const ends = ({ a, b }: { a: { device: string; port: string | null }; b: typeof a }): string =>
  [a, b]
    .map(({ device, port }) => `${device} ${port}`)
    .sort()
    .join(' = ');

interface SessionRow {
  readonly device: string | null;
  readonly address: string;
  readonly state: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly durationMs: number | null;
  readonly closedBy: string | null;
  readonly proof: string | null;
}

describe('discover --lab campus', () => {
  let first: RunSummary;

  it('finds exactly the truth of the lab, and prints only the summary with --json', async () => {
    const { code, stdout, stderr } = await spawnCli(['discover', '--lab', 'campus', '--json'], { cwd });
    expect(code, stderr).toBe(0);
    first = JSON.parse(stdout) as RunSummary;
    const truth = await ask<Truth>('lab', 'campus', '--truth');
    const map = JSON.parse(
      (await spawnCli(['topology', '--format', 'json'], { cwd })).stdout,
    ) as TopologyJson;
    const short = (name: string): string => name.split('.')[0] ?? name;
    expect(map.devices.map(({ name }) => short(name)).sort()).toEqual(
      truth.devices.map(({ name }) => name).sort(),
    );
    expect(map.links.map(ends).sort()).toEqual(truth.links.map(ends).sort());
    expect(first).toMatchObject({
      status: 'succeeded',
      devices: truth.devices.length,
      links: truth.links.length,
      failures: {},
    });
    expect(stderr).toContain(`run ${first.runId} started`);
    expect(stderr).toContain('the lab counts 0 open sessions on its side');
  });

  it('closes every session that it opened, with proof', async () => {
    const { opened, closed, unconfirmed, leaked } = first.sessions;
    expect(closed.graceful + closed.ended + closed.destroyed).toBe(opened);
    expect({ unconfirmed, leaked }).toEqual({ unconfirmed: 0, leaked: 0 });
    const rows = await ask<SessionRow[]>('sessions', '--state', 'closed');
    expect(rows).toHaveLength(opened);
    expect(await ask('sessions', '--state', 'open')).toEqual([]);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'device',
      'address',
      'state',
      'openedAt',
      'closedAt',
      'durationMs',
      'closedBy',
      'proof',
      'closeMs',
      'sessionId',
      'evidence',
    ]);
  });

  it('makes no duplicate when it walks the same network again', async () => {
    const { code } = await spawnCli(['discover', '--lab', 'campus', '--json'], { cwd });
    const devices = await ask<{ name: string }[]>('devices');
    expect(code).toBe(0);
    expect(devices).toHaveLength(first.devices);
    expect(await ask('runs')).toHaveLength(2);
  });

  it('explains an address that a run never heard of by the scope', async () => {
    const { stdout } = await spawnCli(['explain', '203.0.113.9'], { cwd });
    expect(stdout).toContain('would not be dialled either: 203.0.113.9 is outside the scope');
  });
});

describe('a run that does not get through', () => {
  it('ends with status 4 when no seed can be reached, and tells what to do', async () => {
    const credentials = join(cwd, 'wrong.json');
    writeFileSync(credentials, '{"username":"nobody","password":"wrong"}', { mode: 0o600 });
    const args = ['discover', '--lab', 'line:3', '--credentials', credentials];
    const { code, stdout } = await spawnCli(args, { cwd });
    expect(code).toBe(4);
    expect(stdout).toContain('reached no device');
    expect(stdout).toContain('1 auth-failed: the device refused the login');
    const [failure] = await ask<{ class: string; toldBy: string | null }[]>('failures');
    expect(failure).toMatchObject({ class: 'auth-failed', toldBy: null });
    const { opened, closed } = (
      JSON.parse((await spawnCli([...args, '--json'], { cwd })).stdout) as RunSummary
    ).sessions;
    expect(closed.graceful + closed.ended + closed.destroyed).toBe(opened);
  });

  it('takes seeds as arguments too', async () => {
    const credentials = join(cwd, 'any.json');
    writeFileSync(credentials, '{"username":"nobody","password":"wrong"}', { mode: 0o600 });
    const closed = ['127.0.0.1:1', '127.0.0.2:1'];
    const seeds = [closed[0] ?? '', '--seed', closed[1] ?? ''];
    const args = ['discover', ...seeds, '--scope', '127.0.0.0/8', '--credentials', credentials, '--json'];
    const { code, stdout } = await spawnCli(args, { cwd });
    expect(code).toBe(4);
    expect((JSON.parse(stdout) as RunSummary).failures).toEqual({ refused: 2 });
  });

  it('closes its sessions and ends with status 130 when it is interrupted', async () => {
    let sent = false;
    const { code, stdout, stderr } = await spawnCli(['discover', '--lab', 'campus:120', '--json'], {
      cwd,
      onStderr: (text, interrupt) => {
        if (sent || !text.includes('visited:')) return;
        sent = true;
        interrupt('SIGINT');
      },
    });
    const { status, sessions } = JSON.parse(stdout) as RunSummary;
    expect({ code, status }).toEqual({ code: 130, status: 'aborted' });
    expect(stderr).toContain('the lab counts 0 open sessions on its side');
    expect(sessions.closed.graceful + sessions.closed.ended + sessions.closed.destroyed).toBe(
      sessions.opened,
    );
    expect(await ask('sessions', '--state', 'open')).toEqual([]);
    expect(await ask('sessions', '--state', 'leaked')).toEqual([]);
  });
});
