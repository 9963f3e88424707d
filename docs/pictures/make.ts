import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { animateFrames } from './animate-frames.ts';
import { photographMap } from './photograph-map.ts';
import { recordTerminal, type Frame } from './record-terminal.ts';

/**
 * Makes the README's pictures by running what they show: the walk of a lab in a terminal, and its map in a browser. It needs `script`
 * (util-linux) and Chromium. What is shown beside the recording: the prompt with the command, typed.
 */
const MAIN = path.join(import.meta.dirname, '..', '..', 'cli', 'main.ts');
const COMMAND = 'npx netwalker discover --lab campus:40';
const SCREEN = { columns: 100, rows: 14 };
const TYPED_MS = 30;

const folder = mkdtempSync(path.join(tmpdir(), 'netwalker-pictures-'));
try {
  const node = `'${process.execPath}' '${MAIN}'`;
  const frames = await recordTerminal(COMMAND.replace('npx netwalker', node), folder, SCREEN);
  save('discover.svg', animateFrames(withPrompt(frames), SCREEN));

  execFileSync(process.execPath, [MAIN, 'map'], { cwd: folder, stdio: 'ignore' });
  const picture = path.join(import.meta.dirname, 'map.png');
  await photographMap(path.join(folder, 'map.html'), ['ArrowDown', 'ArrowDown'], picture);
  console.log(`${picture} ${Math.round(statSync(picture).size / 1000)} kB`);
} finally {
  rmSync(folder, { recursive: true });
}

function withPrompt(frames: readonly Frame[]): Frame[] {
  const typed = Array.from(COMMAND, (_, at) => ({
    at: at * TYPED_MS,
    lines: [`$ ${COMMAND.slice(0, at + 1)}`],
  }));
  const line = typed.at(-1)?.lines ?? [];
  const start = COMMAND.length * TYPED_MS;
  return [
    ...typed,
    ...frames.map(({ at, lines }) => ({ at: start + at, lines: [...line, ...lines.slice(0, -1)] })),
  ];
}

function save(name: string, text: string): void {
  const file = path.join(import.meta.dirname, name);
  writeFileSync(file, text);
  console.log(`${file} ${Math.round(text.length / 1000)} kB`);
}
