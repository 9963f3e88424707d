import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface SshdProcess {
  readonly pid: number;
  readonly title: string;
  readonly isListener: boolean;
}

/** The sshd processes of the device whose PID 1 is `initPid` (as seen from outside), by its PID namespace. */
export function sshdProcesses(initPid: number): SshdProcess[] {
  const namespace = readlinkSync(`/proc/${initPid}/ns/pid`);
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid)) return [];
    try {
      if (readFileSync(`/proc/${pid}/comm`, 'utf8') !== 'sshd\n') return [];
      if (readlinkSync(`/proc/${pid}/ns/pid`) !== namespace) return [];
      const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
      return [{ pid, title, isListener: title.includes('[listener]') }];
    } catch {
      return []; // It ended while we looked.
    }
  });
}

/** Connections to port 22 that the device's kernel holds open on its side, as `local -> remote` in /proc/net/tcp's hex. */
export function sshConnections(initPid: number): string[] {
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${initPid}/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/ +/))
      .filter(([, local, , state]) => local?.endsWith(':0016') && STILL_HELD.has(state ?? ''))
      .map(([, local, remote]) => `${local} -> ${remote}`),
  );
}

/** linux/include/net/tcp_states.h: ESTABLISHED, SYN_RECV, CLOSE_WAIT: the states in which this end has not closed. */
const STILL_HELD = new Set(['01', '03', '08']);
