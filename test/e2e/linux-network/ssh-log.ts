export interface SshLogSummary {
  /** TCP connections that sshd accepted. */
  readonly opened: number;
  /** Those whose end sshd wrote down. */
  readonly closed: number;
  /** Of the closed: ended by the client's SSH disconnect message. */
  readonly disconnected: number;
  readonly logins: number;
  readonly failedLogins: number;
  /** `address:port` of those without an end. */
  readonly stillOpen: readonly string[];
}

/**
 * Reads the log of OpenSSH's sshd (LogLevel VERBOSE), whose lines name the peer's port:
 *
 *     Connection from 10.99.0.1 port 40312 on 10.99.1.10 port 22 rdomain ""
 *     Accepted publickey for root from 10.99.0.1 port 40312 ssh2: ED25519 SHA256:...
 *     Received disconnect from 10.99.0.1 port 40312:11: disconnected by user
 *     Disconnected from user root 10.99.0.1 port 40312
 */
export function summariseSshLogs(logs: readonly string[]): SshLogSummary {
  const each = logs.map(summariseSshLog);
  const sum = (count: (summary: SshLogSummary) => number) =>
    each.reduce((total, one) => total + count(one), 0);
  return {
    opened: sum((one) => one.opened),
    closed: sum((one) => one.closed),
    disconnected: sum((one) => one.disconnected),
    logins: sum((one) => one.logins),
    failedLogins: sum((one) => one.failedLogins),
    stillOpen: each.flatMap((one) => one.stillOpen),
  };
}

function summariseSshLog(log: string): SshLogSummary {
  const open = new Map<string, number>();
  const summary = { opened: 0, closed: 0, disconnected: 0, logins: 0, failedLogins: 0 };
  for (const line of log.split('\n')) {
    const peer = peerOf(line);
    if (!peer) continue;
    if (line.startsWith('Connection from ')) {
      summary.opened += 1;
      open.set(peer, (open.get(peer) ?? 0) + 1);
    }
    if (line.startsWith('Accepted ')) summary.logins += 1;
    if (line.startsWith('Failed ')) summary.failedLogins += 1;
    if (line.startsWith('Received disconnect from ')) summary.disconnected += 1;
    if (END_OF_SESSION.some((start) => line.startsWith(start)) && open.has(peer)) {
      summary.closed += 1;
      const left = open.get(peer)! - 1;
      if (left === 0) open.delete(peer);
      else open.set(peer, left);
    }
  }
  return { ...summary, stillOpen: [...open.keys()] };
}

/** One of these per connection: what is left after "Received disconnect", which "Disconnected from" follows. */
const END_OF_SESSION = [
  'Disconnected from ',
  'Disconnecting ',
  'Connection closed by ',
  'Connection reset by ',
  'Read error from ',
  'banner exchange: ',
  'Timeout before authentication for ',
];

function peerOf(line: string): string | undefined {
  const match = / ([0-9a-f.:]{1,45}) port (\d{1,5})\b/.exec(line);
  return match ? `${match[1]}:${match[2]}` : undefined;
}
