import { spawnSync } from 'node:child_process';
import path from 'node:path';
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
}
