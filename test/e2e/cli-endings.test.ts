import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spawnCli } from './spawn-cli.ts';

const main = join(import.meta.dirname, '..', '..', 'cli', 'main.ts');
let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'netwalker-endings-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const walk = ['discover', '--lab', 'campus:40', '--data-dir'];
const start = (dataDir: string): ChildProcess =>
  spawn(process.execPath, [main, ...walk, dataDir], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });

/** After so many visits: some sessions are open then. */
async function visits(child: ChildProcess, count: number): Promise<void> {
  let said = '';
  for await (const [text] of onEach(child)) {
    said += String(text);
    if (said.split(' visited: ').length > count) return;
  }
}
async function* onEach({ stderr }: ChildProcess): AsyncGenerator<readonly unknown[]> {
  for (;;) yield (await once(stderr!, 'data')) as readonly unknown[];
}

async function stateOf(dataDir: string): Promise<{ readonly runs: unknown; readonly open: unknown }> {
  const ask = async (...args: string[]): Promise<unknown> =>
    JSON.parse((await spawnCli([...args, '--data-dir', dataDir, '--json'], { cwd })).stdout);
  return { runs: await ask('runs'), open: await ask('sessions', '--state', 'open') };
}

describe('a walk that nobody can watch any more', () => {
  it('closes its sessions when its terminal is gone (SIGHUP)', async () => {
    const child = start('hangup');
    await visits(child, 3);
    child.kill('SIGHUP');
    expect(await once(child, 'exit')).toEqual([130, null]);
    expect(await stateOf('hangup')).toMatchObject({ runs: [{ status: 'aborted' }], open: [] });
  });

  it('closes its sessions when the reader of its progress has left (2>&1 | head)', async () => {
    const child = start('left');
    await visits(child, 3);
    child.stderr?.destroy();
    expect(await once(child, 'exit')).toEqual([130, null]);
    expect(await stateOf('left')).toMatchObject({ runs: [{ status: 'aborted' }], open: [] });
  });
});

describe.skipIf(!existsSync('/dev/full'))('what cannot be written', () => {
  const full = (stream: 'stdout' | 'stderr', args: readonly string[]): Promise<unknown[]> => {
    const file = openSync('/dev/full', 'w');
    const stdio =
      stream === 'stdout' ? (['ignore', file, 'ignore'] as const) : (['ignore', 'ignore', file] as const);
    const child = spawn(process.execPath, [main, ...args], { cwd, stdio: [...stdio] });
    return once(child, 'exit').finally(() => closeSync(file));
  };

  it('as progress stops no walk; as output it is an error', async () => {
    expect(await full('stderr', ['discover', '--lab', 'line:3', '--data-dir', 'quiet'])).toEqual([0, null]);
    expect(await stateOf('quiet')).toMatchObject({ runs: [{ status: 'succeeded' }], open: [] });
    expect(await full('stdout', ['devices', '--data-dir', 'quiet', '--json'])).toEqual([1, null]);
  });
});

const mayMount = process.getuid?.() === 0 && process.platform === 'linux';
describe.skipIf(!mayMount)('a walk whose disk is full', () => {
  it('closes its sessions, says so, and ends', async () => {
    const disk = join(cwd, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=420k', 'tmpfs', disk]);
    try {
      const { code, stderr } = await spawnCli([...walk, join(disk, 'data')], { cwd });
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /the data directory cannot be read or written any more \(.*No space left on device\)/,
      );
      expect(stderr).not.toContain("netwalker's own fault");
    } finally {
      execFileSync('umount', ['--lazy', disk]);
    }
  });
});
