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
  const index = path.join(probeDevice, 'index.js');
  // One after the other, so that both meet the same machine; the fastest of each, as everything else only adds.
  const fastest = { bare: Infinity, cold: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    fastest.bare = Math.min(fastest.bare, timeOf([DEPLOYED, '-e', '0']));
    fastest.cold = Math.min(fastest.cold, timeOf([DEPLOYED, '-e', `require(${JSON.stringify(index)})`]));
  }
  const imported = fastest.cold - fastest.bare;
  console.log(
    `probe's bundle, cold import  ${ms(imported)} (${(imported / fastest.bare).toFixed(1)}x bare Node's ${ms(fastest.bare)}, the fastest of ${ROUNDS})`,
  );
  console.log(
    `probe's bundle, process      ${ms(fastest.cold)} (${(fastest.cold / fastest.bare).toFixed(1)}x)`,
  );
  const [code = 0, map = 0] = [index, `${index}.map`].map((file) => Math.round(statSync(file).size / 1000));
  console.log(`probe's bundle, unzipped     ${code + map} kB (code ${code} kB, source map ${map} kB)`);
  rmSync(outDir, { recursive: true });
}

const ROUNDS = 20;
/** NODE_OPTIONS of the functions. */
const DEPLOYED = '--enable-source-maps';

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  spawnSync(process.execPath, args);
  return performance.now() - start;
}
