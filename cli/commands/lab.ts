import { rmSync, writeFileSync } from 'node:fs';
import { UsageError } from '../../shared/errors.ts';
import type { RunningLab } from '../engine/lab.ts';
import { safeJson } from '../render/safe-text.ts';
import type { CliCommand } from './cli-command.ts';
import type { CommandResult, Host } from './host.ts';
import { openLab } from './open-lab.ts';

export const lab: CliCommand = {
  define: (command) =>
    command
      .argument('<name[:size]>', 'line, ring, campus, datacenter or mixed')
      .option('--truth', 'print what a complete and correct discovery finds')
      .option(
        '--serve <file>',
        'keep it running until Ctrl-C; its dial map and credentials are written to this file',
      ),
  run: async ({ host, args, options }) => {
    const { truth, serve } = options;
    if ((truth === undefined) === (serve === undefined)) {
      throw new UsageError(
        'say what to do with the lab: --truth or --serve FILE; to walk it: netwalker discover --lab NAME',
      );
    }
    const running = await openLab(args[0] ?? '');
    try {
      if (typeof serve === 'string') return await serveLab(host, running, serve);
      return { data: running.truth, text: () => safeJson(running.truth) };
    } finally {
      await running.close();
    }
  },
};

/** It is deleted at the end: a file that is there already is somebody's. */
function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'it is there already' : String(error);
    throw new UsageError(`${file} cannot be written: ${reason}`, { cause: error });
  }
}

async function serveLab(host: Host, running: RunningLab, file: string): Promise<CommandResult> {
  const { network, seeds, scope, credential, dialMap } = running;
  const { username, password } = credential;
  const handover = { network, seeds, scope, username, password, dialMap };
  writeNew(file, `${JSON.stringify(handover, null, 2)}\n`);
  host.stderr.write(
    `${Object.keys(dialMap).length} addresses are served; ${file} says where. Ctrl-C stops.\n`,
  );
  // A timer holds the process: a pending promise alone would not.
  const hold = setInterval(() => undefined, 60_000);
  await new Promise<void>((stopped) => {
    if (host.interrupted.aborted) stopped();
    host.interrupted.addEventListener('abort', () => stopped());
  });
  clearInterval(hold);
  rmSync(file, { force: true });
  return {
    data: { openSessions: running.openSessions() },
    text: () => `${running.openSessions()} sessions were open`,
  };
}
