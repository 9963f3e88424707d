import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `rig.sh` at work: the rig stands as long as its standard input is open. */
export interface RigScript {
  /** Ends the rig, waits until nothing of it is left, and removes its directory. */
  stop(): Promise<void>;
}

let rigsOfThisProcess = 0;

/** Names the owner by pid and start time, so that a later rig knows whether it still lives. */
export function newRigId(): string {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The second field is the name in brackets, which may hold blanks and brackets: "123 (node (vitest 1)) S 1 ...".
  const startTime = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  rigsOfThisProcess += 1;
  return `nwrig-${process.pid}-${startTime}-${rigsOfThisProcess}`;
}

/** Runs `rig.sh` until it says `ready`; throws what it said instead. */
export async function startRigScript(id: string, directory: string): Promise<RigScript> {
  // Detached: Ctrl-C on the terminal ends this process, and the rig by its input, in order.
  const script = spawn('sh', [join(import.meta.dirname, 'rig.sh'), id, directory], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const closed = once(script, 'close');
  const stop = async () => {
    script.stdin.end();
    await closed;
  };

  const said: Buffer[] = [];
  script.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const isReady = await Promise.race([
    once(script.stdout, 'data').then(() => true),
    closed.then(() => false),
  ]);
  if (isReady) return { stop };
  await stop();
  throw new Error(`the rig was not built: ${Buffer.concat(said).toString().trim()}`);
}
