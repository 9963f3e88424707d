import { Command, CommanderError, Option } from 'commander';
import metadata from '../../package.json' with { type: 'json' };
import { safeJson, safeText } from '../render/safe-text.ts';
import type { CliCommand } from './cli-command.ts';
import { COMMANDS } from './command-table.ts';
import { EXIT, type CommandResult, type ExitCode, type Host } from './host.ts';

/** Runs the command that `argv` names and prints its result. Answers the exit status; never throws. */
export async function runCli(host: Host): Promise<ExitCode> {
  const outcome: { result?: CommandResult } = {};
  try {
    const program = await buildProgram(host, outcome);
    await program.parseAsync([...host.argv], { from: 'user' });
  } catch (error) {
    return explainError(error, host);
  }
  if (host.interrupted.aborted) return EXIT.interrupted;
  return outcome.result?.exitCode ?? EXIT.ok;
}

async function buildProgram(host: Host, outcome: { result?: CommandResult }): Promise<Command> {
  const program = new Command('netwalker')
    .description(
      'Walks a network from a few seed addresses over SSH, and proves that it closed every session.',
    )
    .version(metadata.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(safeText(text, { keep: '\n' })),
    })
    .showHelpAfterError('(netwalker --help lists the commands, netwalker COMMAND --help their options)')
    .addHelpText(
      'after',
      '\nTry it without a network:\n  netwalker discover --lab campus\n  netwalker devices\n',
    );
  const [first, second] = host.argv.filter((word) => !word.startsWith('-'));
  const asked = first === 'help' ? second : first;
  for (const entry of COMMANDS) {
    const command = program.command(entry.name).description(entry.summary);
    if (entry.name === asked) defineCommand(command, await entry.load(), host, outcome);
  }
  return program;
}

function defineCommand(
  command: Command,
  module: CliCommand,
  host: Host,
  outcome: { result?: CommandResult },
): void {
  module.define(command);
  const json = new Option('--json', 'print JSON on stdout, and nothing else there');
  if (module.alwaysJson) json.hideHelp();
  if (module.hasCsv) {
    command.addOption(new Option('--csv', 'print CSV (RFC 4180) on stdout').conflicts('json'));
  }
  command.addOption(json).action(async () => {
    const options: Record<string, unknown> = command.opts();
    const args = command.processedArgs.flat().filter((word): word is string => typeof word === 'string');
    outcome.result = await module.run({ host, args, options });
    const json = options['json'] === true || module.alwaysJson === true;
    await print(outcome.result, json ? 'json' : options['csv'] === true ? 'csv' : 'text', host);
  });
}

async function print(result: CommandResult, format: 'json' | 'csv' | 'text', host: Host): Promise<void> {
  const text = await textOf(result, format, host);
  if (text !== '') host.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

async function textOf(result: CommandResult, format: 'json' | 'csv' | 'text', host: Host): Promise<string> {
  if (format === 'json') return safeJson(result.data);
  if (format === 'text') {
    return result.text((host.stdout.isTTY && host.stdout.columns) || Number.POSITIVE_INFINITY);
  }
  const { csvRows } = await import('../render/csv-rows.ts');
  return result.csv ? csvRows(result.csv) : '';
}

/** Errors are told by their code, a literal: classes come from modules that only some commands load. */
function explainError(error: unknown, host: Host): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.wrongUsage;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (host.interrupted.aborted || code === 'Interrupted') return EXIT.interrupted;
  if (code === 'UsageError' || code === 'RunLockedError') {
    host.stderr.write(`netwalker: ${safeText(message, { keep: '\n' })}\n`);
    return EXIT.wrongUsage;
  }
  const stack = error instanceof Error ? (error.stack ?? message) : message;
  host.stderr.write(
    `netwalker failed, and it is netwalker's own fault: ${safeText(stack, { keep: '\n' })}\n`,
  );
  return EXIT.ourFault;
}
