import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../../..');
/** What the walk-through says that adding a platform takes. */
const LINES = 100;

interface Block {
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

async function readBlocks(): Promise<Block[]> {
  const page = await readFile(path.join(ROOT, 'docs/add-a-platform.md'), 'utf8');
  return [...page.matchAll(/^```(\w+) title="([^"]+)"\n([^]*?)^```$/gm)].map(
    ([, language = '', title = '', text = '']) => ({ language, title, text }),
  );
}

/** Puts each added line below the line before it, which must stand in the file once. */
function applyDiff(file: string, diff: string): string {
  const lines = file.split('\n');
  let at = -1;
  for (const line of diff.trimEnd().split('\n')) {
    const text = line.slice(1);
    if (line.startsWith('+')) lines.splice((at += 1), 0, text);
    else {
      at = lines.indexOf(text);
      expect(at, `"${text}" is in the file`).toBeGreaterThanOrEqual(0);
    }
  }
  return lines.join('\n');
}

let copy: string;
let blocks: Block[];

beforeAll(async () => {
  blocks = await readBlocks();
  copy = await mkdtemp(path.join(tmpdir(), 'netwalker-platform-'));
  for (const folder of ['model', 'parse', 'platform']) {
    await cp(path.join(ROOT, 'shared', folder), path.join(copy, 'shared', folder), { recursive: true });
  }
  await mkdir(path.join(copy, 'shared/steps'));
  for (const file of ['shared/errors.ts', 'shared/steps/parse-output.ts']) {
    await cp(path.join(ROOT, file), path.join(copy, file));
  }
  await writeFile(path.join(copy, 'package.json'), '{"type":"module"}');
  for (const { language, title, text } of blocks) {
    const file = path.join(copy, title);
    if (language === 'ts') await writeFile(file, text);
    if (language === 'diff') await writeFile(file, applyDiff(await readFile(file, 'utf8'), text));
  }
});

afterAll(() => rm(copy, { recursive: true, force: true }));

const block = (title: string): string => blocks.find((one) => one.title === title)?.text ?? '';

/** What the copy with the new platform answers: JSON on its standard output. */
async function ask(expression: string): Promise<unknown> {
  const script = `
    import { parseOutput } from './shared/steps/parse-output.ts';
    import { detectFromPrompt, detectFromTold } from './shared/platform/detect.ts';
    const [lldp, system] = ${JSON.stringify(['exos-lldp-detail', 'exos-switch'].map((name) => block(`test/fixtures/parse/${name}.txt`)))};
    console.log(JSON.stringify(${expression}));`;
  const file = path.join(copy, 'ask.ts');
  await writeFile(file, script);
  const { stdout } = await promisify(execFile)(path.join(ROOT, 'node_modules/.bin/node'), [file], {
    cwd: copy,
  });
  return JSON.parse(stdout);
}

describe('docs/add-a-platform.md', () => {
  it(`adds a platform in under ${LINES} lines`, () => {
    const added = blocks
      .filter(({ language }) => language === 'ts' || language === 'diff')
      .flatMap(({ language, text }) =>
        text.split('\n').filter((line) => line.trim() !== '' && (language === 'ts' || line.startsWith('+'))),
      );
    expect(added.length).toBeGreaterThan(50);
    expect(added.length).toBeLessThan(LINES);
  });

  it('reads what it shows as it says, and is recognized', async () => {
    const told = await ask(`{
      ...parseOutput('extreme_exos', 'show lldp neighbors detailed', lldp),
      ...parseOutput('extreme_exos', 'sh switch', system),
      prompt: detectFromPrompt('* dist-1.12 #')?.id,
      told: detectFromTold('ExtremeXOS (X460G2-24t-10G4) version 22.3.1.4')?.id,
    }`);
    expect(told).toEqual({
      neighbors: JSON.parse(block('neighbors')) as unknown,
      facts: JSON.parse(block('facts')) as unknown,
      prompt: 'extreme_exos',
      told: 'extreme_exos',
    });
  });
});
