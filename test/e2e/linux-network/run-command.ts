import { execFile } from 'node:child_process';

export interface CommandResult {
  /** -1 for a command that could not be started or was killed. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
}

/** Runs a command; its exit code is a value. Killed after `timeoutMs` (60 s). */
export async function runCommand(
  command: string,
  args: readonly string[],
  { env = process.env, timeoutMs = 60_000 }: RunOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const options = { env, timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 } as const;
    execFile(command, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr: stderr === '' && code === -1 ? (error?.message ?? '') : stderr });
    });
  });
}
