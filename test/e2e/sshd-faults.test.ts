import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, describe, test } from 'vitest';
import type { FailureClass, Phase } from '../../shared/model/outcome.ts';
import type { ClosedBy, CloseProof } from '../../shared/model/session-record.ts';
import type { Session, SessionRequest } from '../../shared/session/session.ts';
import { hasSshd, startSshd, type RealSshd } from '../helpers/real-sshd.ts';
import { runQuickly } from '../helpers/session-run.ts';

if (!hasSshd) console.log('No sshd here: faults of a real OpenSSH server are not tried.');

/** What a real OpenSSH server can be made to do, and what a session makes of it. */
interface SshdFault {
  readonly fault: string;
  readonly config?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly request?: Partial<SessionRequest>;
  readonly work?: (session: Session, sshd: RealSshd) => Promise<unknown>;
  readonly before?: (sshd: RealSshd) => Promise<void>;
  readonly ends: FailureClass | 'ok';
  readonly phase: Phase | '-';
  /** The second is one of several where it is a race in the server: its FIN, or a reset for what it never read. */
  readonly closed: readonly [ClosedBy, ...CloseProof[]];
}

const ENDED = ['ended', 'peer-fin'] as const;
const hang = (session: Session): Promise<unknown> => session.run('sleep 20');
/** All that the server has for this connection: its monitor, the user's process, and the shell below. */
const signal = (sshd: RealSshd, name: NodeJS.Signals): void => {
  for (const pid of sshd.processes()) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended between the look and the signal.
    }
  }
};
const during = (name: NodeJS.Signals) => async (session: Session, sshd: RealSshd) => {
  setTimeout(() => signal(sshd, name), 400);
  return hang(session);
};

const ROWS: readonly SshdFault[] = [
  {
    fault: 'no common cipher',
    config: ['Ciphers chacha20-poly1305@openssh.com'],
    ...{ ends: 'handshake-failed', phase: 'handshake', closed: ['ended', 'peer-fin', 'peer-reset'] },
  },
  {
    fault: 'group-exchange only',
    config: ['KexAlgorithms diffie-hellman-group-exchange-sha256'],
    ...{ ends: 'handshake-failed', phase: 'handshake', closed: ['ended', 'peer-fin', 'peer-reset'] },
  },
  {
    fault: 'another host key than the pinned one',
    request: { verifyHostKey: async () => ({ trusted: false, reason: 'the host key changed: forget it' }) },
    ...{ ends: 'hostkey-mismatch', phase: 'host-key', closed: ENDED },
  },
  {
    fault: 'MaxStartups',
    config: ['MaxStartups 1', 'LoginGraceTime 20'],
    before: async ({ port }) => {
      // Somebody who never logs in has the one place there is.
      const first = connect(port, '127.0.0.1');
      await once(first, 'data');
      setTimeout(() => first.destroy(), 2_000);
    },
    // It writes why and closes: with our ident unread by then, that is a reset.
    ...{ ends: 'closed-before-ident', phase: 'ident', closed: ['ended', 'peer-fin', 'peer-reset'] },
  },
  {
    fault: 'a user who may not log in',
    config: ['DenyUsers *'],
    ...{ ends: 'auth-failed', phase: 'auth', closed: ENDED },
  },
  {
    fault: 'MaxSessions 0',
    config: ['MaxSessions 0'],
    ...{ ends: 'shell-refused', phase: 'open', closed: ENDED },
  },
  {
    fault: 'a forced command that says nothing',
    config: ['ForceCommand /bin/sleep 20'],
    ...{ ends: 'command-timeout', phase: 'command', closed: ENDED },
  },
  {
    fault: 'a forced command that ends at once',
    config: ['ForceCommand /bin/false'],
    ...{ ends: 'shell-refused', phase: 'open', closed: ENDED },
  },
  {
    fault: 'a long banner before the login',
    config: ['Banner {folder}/banner'],
    files: { banner: '# Authorized access only #\n'.repeat(1_000) },
    ends: 'ok',
    phase: '-',
    closed: ENDED,
  },
  {
    // RFC 4253 section 6.1: what every implementation must take is 35,000 bytes, and ssh2 takes no more.
    fault: 'a banner longer than a packet may be',
    config: ['Banner {folder}/banner'],
    files: { banner: '# Authorized access only #\n'.repeat(2_000) },
    ends: 'auth-aborted',
    phase: 'auth',
    closed: ENDED,
  },
  {
    fault: 'a command that hangs',
    work: hang,
    ...{ ends: 'command-timeout', phase: 'command', closed: ENDED },
  },
  {
    fault: 'a flood',
    work: (session) => session.run('yes 0123456789abcdef0123456789abcdef'),
    ...{ ends: 'output-too-large', phase: 'command', closed: ENDED },
  },
  {
    fault: 'its processes are killed in a command',
    work: during('SIGKILL'),
    ...{ ends: 'closed-early', phase: 'command', closed: ENDED },
  },
  {
    fault: 'its processes are frozen in a command, and answer no FIN',
    work: during('SIGSTOP'),
    ...{ ends: 'command-timeout', phase: 'command', closed: ['destroyed', 'unconfirmed'] },
  },
];

const printed: string[] = [];

describe.runIf(hasSshd)('a session with a real OpenSSH server', () => {
  afterAll(() =>
    console.log([...printed, `${printed.length} of ${ROWS.length} rows as specified`].join('\n')),
  );

  test.for(ROWS)('that has $fault ends $ends', async (row, { expect }) => {
    const sshd = await startSshd(row.config, row.files);
    try {
      await row.before?.(sshd);
      let ours = 0;
      const result = await runQuickly({
        dialer: {
          connect: (address, port) => {
            const socket = sshd.dialer.connect(address, port);
            ours += 1;
            socket.once('close', () => (ours -= 1));
            return socket;
          },
        },
        request: {
          credential: sshd.credential,
          ...row.request,
          limits: { identMs: 5_000, handshakeMs: 10_000, authMs: 10_000, commandIdleMs: 2_000 },
        },
        work: (session) => (row.work ?? ((each: Session) => each.run('uname -n')))(session, sshd),
      });
      const { failure, close, error } = result;
      expect(error).toBeUndefined();
      expect([failure?.class ?? 'ok', failure?.phase ?? '-']).toEqual([row.ends, row.phase]);
      const [closedBy, ...proofs] = row.closed;
      expect(close?.closedBy).toBe(closedBy);
      expect(proofs).toContain(close?.proof);
      expect(ours).toBe(0);
      if (failure) expect(failure.reason.length).toBeGreaterThan(20);
      // Thawed, it finds our reset; nothing of the connection is left.
      signal(sshd, 'SIGCONT');
      expect(await sshd.settled()).toBe(0);
      printed.push(
        `${row.phase.padEnd(10)} ${row.fault.padEnd(60)} ${row.ends.padEnd(20)} ${close?.closedBy} ${close?.proof} ${close?.closeMs} ms`,
      );
    } finally {
      await sshd.stop();
    }
  });
});
