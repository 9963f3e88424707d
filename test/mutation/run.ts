import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Mutant } from './mutant.ts';
import { MUTANTS } from './mutants.ts';

/**
 * Breaks one thing at a time in a copy of the project and runs the test that must notice: `npm run mutants`, or with a word that
 * stands in `without`. Ends with status 1 when a mutant survives.
 */
const root = path.resolve(import.meta.dirname, '../..');
const copy = mkdtempSync(path.join(tmpdir(), 'netwalker-mutants-'));
const wanted = process.argv[2] ?? '';

try {
  const skipped = new Set(['node_modules', '.git', 'cdk.out', '.netwalker']);
  cpSync(root, copy, { recursive: true, filter: (from) => !skipped.has(path.basename(from)) });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  const mutants = MUTANTS.filter(({ without }) => without.includes(wanted));
  let killed = 0;
  for (const mutant of mutants) {
    const isKilled = await isNoticed(mutant);
    killed += isKilled ? 1 : 0;
    const verdict = isKilled ? 'killed  ' : 'SURVIVED';
    console.log(`${verdict} without ${mutant.without.padEnd(52)} ${mutant.test}: ${mutant.fails}`);
  }
  console.log(`${killed} of ${mutants.length} mutants killed`);
  if (killed < mutants.length) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

async function isNoticed({ file, find, replace, test, fails }: Mutant): Promise<boolean> {
  const broken = path.join(copy, file);
  const whole = readFileSync(broken, 'utf8');
  if (whole.split(find).length !== 2) throw new Error(`${file} does not hold once: ${find}`);
  writeFileSync(
    broken,
    whole.replace(find, () => replace),
  );
  try {
    return (await failedTests(test)).some((title) => title.includes(fails));
  } finally {
    writeFileSync(broken, whole);
  }
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Titles of the tests of a file that failed. One that hangs is a failure of its own: it is ended after two minutes. */
function failedTests(test: string): Promise<readonly string[]> {
  const output = path.join(copy, 'report.json');
  rmSync(output, { force: true });
  const args = ['node_modules/vitest/vitest.mjs', 'run', test, '--reporter=json', `--outputFile=${output}`];
  const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore', timeout: 120_000 });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      try {
        const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
        const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
        resolve(all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName));
      } catch {
        resolve([`${test} did not come to an end`]);
      }
    });
  });
}
