import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDynalite } from '../../shared/adapters/dynalite/server.ts';
import { startTable } from '../helpers/table.ts';
import { storeContract } from './store.case.ts';
import { target } from './store-fixtures.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'netwalker-store-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

storeContract('the store on dynalite on disk', () => startTable({ path: join(root, 'contract') }));

describe('the data folder', () => {
  it('refuses a second user by name, survives SIGKILL and is taken over from the dead', async () => {
    const path = join(root, 'killed');
    const child = spawn(process.execPath, [join(import.meta.dirname, 'store-child.ts'), path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await expect(startDynalite({ path })).rejects.toThrow(
      new RegExp(
        `^another netwalker \\(pid ${child.pid}, since 20.*Z\\) uses ${path}: wait for it or use another --data-dir$`,
      ),
    );
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    const table = await startTable({ path });
    expect(await table.store.listTargets('killed')).toEqual([target('killed', '10.0.0.1')]);
    await table.close();
  });

  it('says what the other process does with it, and since when', async () => {
    const path = join(root, 'busy');
    await mkdir(path);
    const lock = `${process.ppid} \n2026-11-24T01:49:20.292Z netwalker discover\n`;
    await writeFile(join(path, 'netwalker.pid'), lock);
    const opening = startDynalite({ path, shownAs: '.netwalker', purpose: 'netwalker devices' });
    await expect(opening).rejects.toMatchObject({
      code: 'UsageError',
      message:
        `netwalker discover (pid ${process.ppid}, since 2026-11-24T01:49:20.292Z) uses .netwalker: ` +
        'wait for it (its own output tells how far it is) or use another --data-dir',
    });
  });

  it('takes over the lock of a process whose id another one has now', async () => {
    const path = join(root, 'reused');
    await (await startDynalite({ path })).close();
    await writeFile(join(path, 'netwalker.pid'), `${process.ppid} 1\n`);
    await (await startDynalite({ path })).close();
  });

  it('says what is wrong with a folder that cannot be made, and does not try for ever', async () => {
    const file = join(root, 'file');
    await writeFile(file, '');
    for (const path of [join(file, 'db'), file, '/proc/no-such-folder/db']) {
      await expect(startDynalite({ path, shownAs: 'there' }), path).rejects.toMatchObject({
        name: 'UsageError',
        message: expect.stringMatching(
          /^the data cannot be kept in there \(E[A-Z]+: .*\): use another/,
        ) as string,
      });
    }
    const deep = await startDynalite({ path: join(root, 'some', 'more', 'folders') });
    await deep.close();
  });

  it('is not made anew where it is damaged', async () => {
    const path = join(root, 'damaged');
    const first = await startTable({ path });
    await first.store.enqueue(target('r', '10.0.0.1'));
    await first.close();
    await rm(join(path, 'CURRENT'));
    const before = await readdir(path);
    await expect(startDynalite({ path, shownAs: 'there' })).rejects.toThrow(
      'the data in there is damaged (its file CURRENT is missing)',
    );
    expect(await readdir(path)).toEqual(before);
  });

  it('refuses a second server in the same process', async () => {
    const path = join(root, 'twice');
    const first = await startDynalite({ path });
    await expect(startDynalite({ path })).rejects.toThrow(`(pid ${process.pid})`);
    await first.close();
    await (await startDynalite({ path })).close();
  });
});
