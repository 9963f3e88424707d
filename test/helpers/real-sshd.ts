import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import type { Credential } from '../../shared/model/credential.ts';
import type { Dialer } from '../../shared/ports/dialer.ts';

const SSHD = '/usr/sbin/sshd';
/** Debian's openssh-server and procps. */
export const hasSshd = [SSHD, '/usr/bin/ssh-keygen', '/usr/bin/pgrep'].every((each) => existsSync(each));

export interface RealSshd {
  readonly port: number;
  readonly dialer: Dialer;
  /** A key that it takes. */
  readonly credential: Credential;
  /** Processes that it has for connections, with those below them. */
  processes(): readonly number[];
  /** Waits until it has none, at most 5 s; answers how many are left. */
  settled(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * OpenSSH on a port of its own, with more lines of configuration; `{folder}` in one stands for its folder. Its key has a passphrase
 * where one is given.
 */
export async function startSshd(
  more: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
  passphrase = '',
): Promise<RealSshd> {
  const folder = mkdtempSync(path.join(tmpdir(), 'netwalker-sshd-'));
  const file = (name: string): string => path.join(folder, name);
  for (const [key, secret] of [
    ['host', ''],
    ['user', passphrase],
  ] as const) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', secret, '-f', file(key)]);
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(file(name), text);
  writeFileSync(file('authorized'), readFileSync(file('user.pub')), { mode: 0o600 });
  const port = await freePort();
  const config = [
    `ListenAddress 127.0.0.1:${port}`,
    `HostKey ${file('host')}`,
    `PidFile ${file('pid')}`,
    `AuthorizedKeysFile ${file('authorized')}`,
    ...['StrictModes no', 'UsePAM no', 'PermitRootLogin yes', 'PasswordAuthentication no', 'PrintMotd no'],
    ...more.map((line) => line.replaceAll('{folder}', folder)),
  ];
  writeFileSync(file('config'), `${config.join('\n')}\n`);
  mkdirSync('/run/sshd', { recursive: true });
  const sshd = spawn(SSHD, ['-D', '-e', '-f', file('config')], { stdio: 'ignore' });
  for (let tries = 0; tries < 100 && !(await answers(port)); tries += 1) await pause(50);
  const processes = (): readonly number[] => below(sshd.pid ?? -1);
  return {
    port,
    dialer: { connect: () => connect(port, '127.0.0.1') },
    credential: {
      username: userInfo().username,
      privateKey: readFileSync(file('user'), 'utf8'),
      ...(passphrase === '' ? {} : { passphrase }),
    },
    processes,
    settled: async () => {
      for (let tries = 0; tries < 250 && processes().length > 0; tries += 1) await pause(20);
      return processes().length;
    },
    stop: async () => {
      sshd.kill();
      await once(sshd, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

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

function below(pid: number): readonly number[] {
  try {
    const children = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
    return children
      .trim()
      .split('\n')
      .map(Number)
      .flatMap((child) => [child, ...below(child)]);
  } catch {
    return [];
  }
}
