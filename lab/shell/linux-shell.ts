import type { ServerChannel } from 'ssh2';
import { linuxPrograms } from '../device/linux-programs.ts';
import { breakOutput, flood } from './break-output.ts';
import { closeChannel } from './leave.ts';
import { runScript, textOf } from './sh-run.ts';
import { Terminal } from './terminal.ts';
import type { Visit } from './visit.ts';

/** A shell's parent is the sshd that serves its connection. */
const environment = ({ cli }: Visit): Readonly<Record<string, string>> => ({
  PPID: String(cli.lines().find(({ own }) => own)?.pid ?? 1),
});

/** One script over an exec channel: stdout, stderr and the exit status. TCP stays, as with sshd. */
export async function runLinuxExec(visit: Visit, stream: ServerChannel, script: string): Promise<void> {
  const terminal = new Terminal(stream, visit.behavior.slow === true, '\n');
  const { output, status } = runScript(script, linuxPrograms(visit.cli), environment(visit));
  const stdout = textOf(output, 1);
  if (await breakOutput(visit, script, terminal, stdout)) return;
  const stderr = textOf(output, 2);
  if (stderr !== '') stream.stderr.write(stderr);
  await terminal.write(stdout);
  if (!terminal.ended) closeChannel(stream, status);
}

/** An interactive login shell; each line is a script of its own. */
export async function runLinuxShell(visit: Visit, stream: ServerChannel, username: string): Promise<void> {
  const terminal = new Terminal(stream, visit.behavior.slow === true);
  if (visit.behavior.greeting === 'none') return;
  if (visit.behavior.greeting === 'flood') return flood(terminal);
  if (visit.behavior.greeting === 'hash') await terminal.write('# Authorized access only #\n#\n# ');
  const programs = linuxPrograms(visit.cli);
  await terminal.write(`Linux ${visit.cli.device.name} ${visit.cli.device.entry.image}\n\n`);
  for (;;) {
    await terminal.write(`${username}@${visit.cli.device.name}:~$ `);
    const line = await terminal.readLine(true);
    if (line === null) return closeChannel(stream, 0);
    if (/^\s*(exit|logout)\s*$/.test(line)) {
      if (visit.behavior.exit === 'ignored') continue;
      if (visit.behavior.exit === 'half-closes') return void visit.socket.end();
      return closeChannel(stream, 0);
    }
    const { output } = runScript(line, programs, environment(visit));
    const text = output.map((piece) => piece.text).join('');
    if (line.trim() !== '' && (await breakOutput(visit, line, terminal, text))) return;
    await terminal.write(text);
  }
}
