import type { ReadStream, WriteStream } from 'node:tty';
import { runCli } from '../../../cli/commands/run-cli.ts';
import type { Spawned } from '../spawn-cli.ts';

/** Runs the command line in this process, with its environment: what a process of its own does besides is tried elsewhere. */
export async function cliInProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Spawned> {
  const before = { ...process.env };
  Object.assign(process.env, env);
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    isTTY: false,
    columns: 80,
    write: (text: string): boolean => {
      written[name] += text;
      return true;
    },
  });
  try {
    const code = await runCli({
      argv: args,
      env: process.env,
      stdin: { isTTY: false } as unknown as ReadStream,
      stdout: stream('stdout'),
      stderr: stream('stderr') as unknown as WriteStream,
      now: Date.now,
      interrupted: new AbortController().signal,
    });
    return { code, ...written };
  } finally {
    process.env = before;
  }
}
