import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import xterm from '@xterm/headless';

export interface Screen {
  readonly columns: number;
  readonly rows: number;
}

/** What the terminal shows from a time on, in milliseconds since the command was started. */
export interface Frame {
  readonly at: number;
  readonly lines: readonly string[];
}

/** Runs a command in a terminal (util-linux' `script`) and gives what it showed, screen by screen. */
export async function recordTerminal(command: string, folder: string, screen: Screen): Promise<Frame[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'netwalker-record-'));
  try {
    const [output, timing] = [path.join(scratch, 'output'), path.join(scratch, 'timing')];
    const sized = `stty cols ${screen.columns} rows ${screen.rows}; ${command}`;
    execFileSync('script', ['-q', '-e', '-O', output, '-T', timing, '-m', 'classic', '-c', sized], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return await replay(readFileSync(output), readFileSync(timing, 'utf8'), screen);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** `script` notes for every piece of output how long after the one before it came, and its bytes; the log begins with a line of its own. */
async function replay(output: Buffer, timing: string, { columns: cols, rows }: Screen): Promise<Frame[]> {
  const terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  const frames: Frame[] = [];
  let at = 0;
  let from = output.indexOf('\n') + 1;
  for (const line of timing.trim().split('\n')) {
    const [seconds = 0, bytes = 0] = line.split(' ').map(Number);
    at += seconds * 1000;
    const piece = output.subarray(from, from + bytes);
    from += bytes;
    await new Promise<void>((written) => terminal.write(piece, written));
    const lines = shown(terminal);
    if (lines.join('\n') !== frames.at(-1)?.lines.join('\n')) frames.push({ at: Math.round(at), lines });
  }
  terminal.dispose();
  return frames;
}

function shown(terminal: xterm.Terminal): string[] {
  const { active } = terminal.buffer;
  return Array.from(
    { length: terminal.rows },
    (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
  );
}
