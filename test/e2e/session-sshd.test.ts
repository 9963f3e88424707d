import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runQuickly } from '../helpers/session-run.ts';

const SSHD = '/usr/sbin/sshd';
const isThere = [SSHD, '/usr/bin/ssh-keygen', '/usr/bin/pgrep'].every((each) => existsSync(each));
if (!isThere) console.log('No sshd here: sessions against a real OpenSSH server are not tested.');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Processes that sshd has for connections: one listener stays. */
function children(sshd: ChildProcess): number {
  try {
    return execFileSync('pgrep', ['-P', String(sshd.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n').length;
  } catch {
    return 0;
  }
}

/** A busy machine starts a login shell slowly: only what a test is about is bounded tightly. */
const PATIENT = {
  ...{ connectMs: 5_000, identMs: 5_000, handshakeMs: 10_000, authMs: 10_000 },
  ...{ openMs: 5_000, promptMs: 5_000, commandIdleMs: 10_000 },
};

describe.runIf(isThere)('a session with a real OpenSSH server', () => {
  let folder: string;
  let sshd: ChildProcess;
  let port: number;
  const file = (name: string): string => path.join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'netwalker-sshd-'));
    for (const key of ['host', 'user']) {
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file(key)]);
    }
    writeFileSync(file('authorized'), readFileSync(file('user.pub')), { mode: 0o600 });
    port = await freePort();
    const config = [
      `ListenAddress 127.0.0.1:${port}`,
      `HostKey ${file('host')}`,
      `PidFile ${file('pid')}`,
      `AuthorizedKeysFile ${file('authorized')}`,
      'StrictModes no',
      'UsePAM no',
      'PermitRootLogin yes',
      'PasswordAuthentication no',
      'PrintMotd no',
    ];
    writeFileSync(file('config'), `${config.join('\n')}\n`);
    execFileSync('mkdir', ['-p', '/run/sshd'], { stdio: 'ignore' });
    sshd = spawn(SSHD, ['-D', '-e', '-f', file('config')], { stdio: 'ignore' });
    for (let tries = 0; tries < 100 && !(await answers(port)); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  afterAll(async () => {
    sshd.kill();
    await once(sshd, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });

  const dialer = { connect: () => connect(port, '127.0.0.1') };
  const credential = () => ({
    username: userInfo().username,
    privateKey: readFileSync(file('user'), 'utf8'),
  });

  async function expectNobodyThere(): Promise<void> {
    for (let tries = 0; tries < 100 && children(sshd) > 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(children(sshd)).toBe(0);
  }

  test("logs in with a key, runs a script in one channel, and closes with the peer's FIN", async () => {
    const result = await runQuickly({
      dialer,
      request: { credential: credential(), limits: PATIENT },
      work: (session) => session.runAll(['uname -n', 'no-such-command', 'echo "$LC_ALL"', 'printf end']),
    });
    expect(result.failure).toBeUndefined();
    expect(result.platform?.id).toBe('linux');
    expect(result.value?.map(({ status }) => status)).toEqual(['ok', 'rejected', 'ok', 'ok']);
    expect(result.value?.map(({ output }) => output).slice(2)).toEqual(['C\n', 'end\n']);
    expect(result.close).toMatchObject({ closedBy: 'ended', proof: 'peer-fin' });
    await expectNobodyThere();
  });

  test('opens one channel after the other on one connection', async () => {
    const result = await runQuickly({
      dialer,
      request: { credential: credential(), limits: PATIENT },
      work: async (session) => [
        (await session.run('echo one')).output,
        (await session.run('echo two')).output,
      ],
    });
    expect(result.value).toEqual(['one\n', 'two\n']);
    await expectNobodyThere();
  });

  test('is refused without a key that the server knows, and leaves nothing behind', async () => {
    const result = await runQuickly({ dialer, request: { limits: PATIENT } });
    expect(result.failure).toMatchObject({ class: 'auth-failed', phase: 'auth', retryable: false });
    expect(result.close?.proof).toBe('peer-fin');
    await expectNobodyThere();
  });

  test('breaks off a command that hangs, and the server ends it', async () => {
    const result = await runQuickly({
      dialer,
      request: { credential: credential(), limits: { ...PATIENT, commandIdleMs: 1_000 } },
      work: (session) => session.run('sleep 5'),
    });
    expect(result.failure?.class).toBe('command-timeout');
    expect(result.close?.proof).toBe('peer-fin');
    await expectNobodyThere();
  });
});
