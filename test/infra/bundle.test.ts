import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';
import type { FunctionName } from '../../shared/names.ts';

const outDir = mkdtempSync(join(tmpdir(), 'netwalker-bundle-'));
let folders: Record<FunctionName, string>;

beforeAll(async () => {
  folders = await bundleFunctions(outDir);
});
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

/** Loads a bundle as Lambda does, far from any node_modules, and calls its handler in an empty environment. */
const callUnconfigured = (folder: string): string =>
  execFileSync(
    process.execPath,
    [
      '-e',
      `const { handler } = require(${JSON.stringify(join(folder, 'index.js'))});
       const context = { awsRequestId: 'r', getRemainingTimeInMillis: () => 30000 };
       handler({}, context).then(() => console.log('no error'), (e) => console.log(e.name + ': ' + e.message));`,
    ],
    { encoding: 'utf8', env: {}, cwd: outDir },
  ).trim();

describe('the bundles', () => {
  it('load without node_modules, and their errors keep the names that Step Functions matches', () => {
    for (const folder of Object.values(folders)) {
      expect(callUnconfigured(folder)).toBe(
        'UsageError: the environment variable NETWALKER_TABLE is not set: the stack sets it on every function',
      );
    }
  });

  it('stay small: the probe, which starts most often, under 1.5 MB', () => {
    const bytes = (folder: string): number => statSync(join(folder, 'index.js')).size;
    expect(bytes(folders.probeDevice)).toBeLessThan(1_500_000);
    for (const [name, folder] of Object.entries(folders)) expect(bytes(folder), name).toBeLessThan(2_000_000);
  });
});
