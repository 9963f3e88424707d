import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

export interface RigCredential {
  /** root, who may log in by key. */
  readonly username: string;
  readonly keyFile: string;
  /** A user without root's rights, who may talk to lldpd: exists on the devices only. */
  readonly passwordLogin: { readonly username: string; readonly passwordFile: string; readonly hash: string };
}

/** A fresh key and a password, in files that only we can read. */
export async function makeCredential(directory: string, password: string): Promise<RigCredential> {
  const keyFile = join(directory, 'user_key');
  await runCommand('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'netwalker-rig', '-f', keyFile]);
  const passwordFile = join(directory, 'password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  const { stdout } = await runCommand('openssl', ['passwd', '-6', password]);
  return {
    username: 'root',
    keyFile,
    passwordLogin: { username: 'netwalker-test', passwordFile, hash: stdout.trim() },
  };
}
