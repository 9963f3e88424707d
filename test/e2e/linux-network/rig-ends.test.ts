import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { missingForRig } from './rig-requirements.ts';

const OWNER = `
  import { startRig } from ${JSON.stringify(join(import.meta.dirname, 'rig.ts'))};
  await startRig({ devices: 2, seed: 1 });
  console.log('up');
  setInterval(() => {}, 1000);
`;

describe.skipIf(missingForRig() !== undefined)('a rig of real devices', () => {
  it('ends with the process that owns it, even when that is killed', async () => {
    const owner = spawn(process.execPath, ['--input-type=module', '-e', OWNER], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const parts = () =>
      ['/run/netns', tmpdir()].flatMap((folder) =>
        existsSync(folder)
          ? readdirSync(folder).filter((name) => name.startsWith(`nwrig-${owner.pid}-`))
          : [],
      );
    await once(owner.stdout, 'data');
    expect(parts()).toHaveLength(4); // Three namespaces and a directory.
    owner.kill('SIGKILL');
    await vi.waitFor(() => expect(parts()).toEqual([]), 10_000);
  });
});
