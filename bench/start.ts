import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleFunctions } from '../infra/bundle.ts';
import { medianMs, medianOf, ms } from './measure.ts';

const main = path.join(import.meta.dirname, '..', 'cli', 'main.ts');

/** How much longer than bare Node the commands take that are run many times, and what a cold start of the probe reads. */
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
  coldImport(path.join(probeDevice, 'index.js'));
  rmSync(outDir, { recursive: true });
}

const ROUNDS = 40;

/** One after the other, so that both meet the same machine. */
function coldImport(index: string): void {
  const file = JSON.stringify(index);
  const script = `const from = performance.now(); require(${file}); console.log(performance.now() - from)`;
  const times = Array.from({ length: ROUNDS }, () => {
    const bare = started('0');
    const bundle = started(script);
    return { bare: bare.ms, imported: Number(bundle.printed), process: bundle.ms };
  });
  const [bare, imported, whole] = (['bare', 'imported', 'process'] as const).map((each) =>
    medianOf(times.map((time) => time[each])),
  ) as [number, number, number];
  const ratio = (time: number): string => `${(time / bare).toFixed(2)}x`;
  console.log(
    `probe's bundle, cold import  ${ms(imported)} (${ratio(imported)} bare Node's ${ms(bare)}, medians of ${ROUNDS})`,
  );
  console.log(`probe's bundle, process      ${ms(whole)} (${ratio(whole)})`);
  const read = ['index.js', 'index.js.map', 'libraries.js'].map(
    (name) => `${name} ${Math.round(statSync(path.join(path.dirname(index), name)).size / 1000)} kB`,
  );
  console.log(`probe's bundle, read         ${read.join(', ')}`);
}

/** A process of Node as the functions have it: their NODE_OPTIONS, and nothing of this machine's (certificates, for one). */
function started(script: string): { readonly ms: number; readonly printed: string } {
  const from = performance.now();
  const { stdout } = spawnSync(process.execPath, ['--enable-source-maps', '-e', script], {
    env: {},
    encoding: 'utf8',
  });
  return { ms: performance.now() - from, printed: stdout };
}
