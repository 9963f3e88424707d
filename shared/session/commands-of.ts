import type { Clock } from '../ports/clock.ts';
import { statusOf } from './command-status.ts';
import { runScript } from './exec-session.ts';
import type { Login, LoginPorts } from './log-in.ts';
import { nameOfPrompt } from './prompt.ts';
import type { CommandResult, RunOptions, Session } from './session.ts';
import type { Shell } from './shell.ts';

/** The session that work gets: commands one after the other, also when they are asked for together. */
export function commandsOf(ports: LoginPorts, login: Login): Session {
  const { platform, shell } = login;
  const answered = new Map(login.answered);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const turn = last.then(job, job);
    last = turn.catch(() => undefined);
    return turn;
  };
  const runOne = async (command: string, options: RunOptions = {}): Promise<CommandResult> => {
    assertOneLine(command);
    const known = answered.get(command);
    answered.delete(command);
    if (!shell) return only(await runScript({ ...ports, platform }, [command]));
    if (known !== undefined)
      return { command, output: known, status: statusOf(known, platform), durationMs: 0 };
    return runInShell(ports.clock, shell, login, command, options);
  };
  return {
    platform,
    ident: ports.wire.ident ?? '',
    local: ports.wire.localEnd,
    promptName: shell ? nameOfPrompt(shell.lastPrompt ?? '') : null,
    run: (command, options) => inTurn(() => runOne(command, options)),
    runAll: (commands) =>
      inTurn(async () => {
        commands.forEach(assertOneLine);
        if (!shell) return runScript({ ...ports, platform }, commands);
        const results: CommandResult[] = [];
        for (const command of commands) results.push(await runOne(command));
        return results;
      }),
  };
}

async function runInShell(
  clock: Clock,
  shell: Shell,
  login: Login,
  command: string,
  { answer }: RunOptions,
): Promise<CommandResult> {
  const startedAt = clock.now();
  const output = await shell.run(command, { pager: login.platform.pager, ...(answer ? { answer } : {}) });
  const durationMs = Math.max(0, clock.now() - startedAt);
  return { command, output, status: statusOf(output, login.platform), durationMs };
}

/** Our own bug: a second line would be a second command that nobody reads the answer of. */
function assertOneLine(command: string): void {
  if (/[\r\n]/.test(command)) throw new Error('A command is one line.');
}

function only(results: readonly CommandResult[]): CommandResult {
  const [result] = results;
  if (!result) throw new Error('A script of one command has one result.');
  return result;
}
