import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sshConnections, sshdProcesses } from './device-processes.ts';
import { runCommand } from './run-command.ts';

/** Runs a command in the namespaces of the device whose PID 1 is `initPid`. */
export function runOnDevice(initPid: number, command: string, args: readonly string[]) {
  return runCommand('nsenter', ['-t', String(initPid), '-m', '-u', '-n', '-p', command, ...args]);
}

/** What a device still holds of SSH sessions: its sshd processes but the listener, and its connections. */
export function heldSessions(initPid: number): string[] {
  const sessions = sshdProcesses(initPid).filter(({ isListener }) => !isListener);
  return [...sessions.map(({ title }) => title), ...sshConnections(initPid)];
}

export async function stopSshd(initPid: number): Promise<void> {
  for (const { pid } of listeners(initPid)) process.kill(pid, 'SIGTERM');
  await until(() => listeners(initPid).length === 0);
}

export async function startSshd(initPid: number, home: string): Promise<void> {
  await runOnDevice(initPid, '/usr/sbin/sshd', [
    '-f',
    join(home, 'sshd_config'),
    '-E',
    join(home, 'sshd.log'),
  ]);
  // The command returns before sshd listens; its title says "[listener]" once it does.
  await until(() => listeners(initPid).length > 0);
}

const listeners = (initPid: number) => sshdProcesses(initPid).filter(({ isListener }) => isListener);

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('sshd did not start or stop within 10 s');
    await sleep(10);
  }
}
