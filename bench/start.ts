import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleFunctions } from '../infra/bundle.ts';
import { medianMs, ms } from './measure.ts';

const main = path.join(import.meta.dirname, '..', 'cli', 'main.ts');

/** How much longer than bare Node the commands take that are run many times. */
export async function run(): Promise<void> {
  const bare = await medianMs(5, () => spawnSync(process.execPath, ['-e', '0']));
  console.log(`bare Node                    ${ms(bare)}`);
  const parse = ['parse', '--platform', 'cisco_ios', '--command', 'show version'];
  for (const args of [['--version'], parse]) {
    const time = await medianMs(5, () => spawnSync(process.execPath, [main, ...args], { input: '' }));
    console.log(`${`netwalker ${args[0]}`.padEnd(28)} ${ms(time)} (${(time / bare).toFixed(1)}x)`);
  }
  const outDir = mkdtempSync(path.join(tmpdir(), 'netwalker-bench-'));
  const { probeDevice } = await bundleFunctions(outDir);
  const load = ['-e', `require(${JSON.stringify(path.join(probeDevice, 'index.js'))})`];
  const cold = await medianMs(9, () => spawnSync(process.execPath, load));
  console.log(`probe's bundle, process      ${ms(cold)} (${(cold / bare).toFixed(1)}x)`);
  console.log(`probe's bundle, import alone ${ms(cold - bare)} (${((cold - bare) / bare).toFixed(1)}x)`);
  console.log(
    `probe's bundle, size         ${Math.round(statSync(path.join(probeDevice, 'index.js')).size / 1024)} kB`,
  );
  rmSync(outDir, { recursive: true });
}
