import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import type { RunSummary } from '../../shared/model/run.ts';
import { execRows, type ExecRow } from '../exec/exec-rows.ts';
import { execLocally } from '../exec/exec-locally.ts';
import { execOnStack } from '../exec/exec-on-stack.ts';
import type { Ran } from '../exec/ran.ts';
import { renderExec } from '../exec/render-exec.ts';
import type { CliCommand } from './cli-command.ts';
import { defineFilters } from './filter-options.ts';
import { EXIT, type CommandResult, type ExitCode, type Host, type Invocation } from './host.ts';
import { openLab, settledSessions } from './open-lab.ts';
import { collect, defineLoginOptions, perSecond, seconds, whole } from './run-options.ts';
import { defineDataSource } from './stored-data.ts';

/** Runs commands on the known devices of a network, and prints what they answered. */
export const exec: CliCommand = {
  hasCsv: true,
  define: (command) => {
    defineWhat(command);
    defineFilters(command);
    defineHow(command);
    defineLoginOptions(command);
    defineDataSource(command);
    command.addHelpText('after', EXAMPLES);
  },
  run: async (invocation) => {
    const { lab: labName, excel, stack } = invocation.options as Flags;
    if (excel !== undefined) await checkFolder(excel);
    if (stack !== undefined) return execOnStack(invocation, (ran) => answer(invocation, ran));
    if (labName === undefined) return execLocally(invocation, null, (ran) => answer(invocation, ran));
    const lab = await openLab(labName);
    try {
      const result = await execLocally(invocation, lab, (ran) => answer(invocation, ran));
      invocation.host.stderr.write(
        `the lab counts ${await settledSessions(lab)} open sessions on its side\n`,
      );
      return result;
    } finally {
      await lab.close();
    }
  },
};

interface Flags {
  readonly lab?: string;
  readonly excel?: string;
  readonly stack?: string;
}

function defineWhat(command: Command): void {
  command
    .option('--command <text>', 'what to run; may be repeated', collect)
    .option('--filter <glob>', 'only devices with such a name, as --name; may be repeated', collect)
    .option('--allow-any', 'also run what is not known to only read')
    .option('--excel <file>', 'write the results to a workbook too');
}

function defineHow(command: Command): void {
  command
    .option('--lab <name[:size]>', 'a simulated network that was walked before')
    .option('--network <name>', 'the network (default: that of the latest walk)')
    .option('--scope <cidr>', 'dial only devices in this network; may be repeated', collect)
    .option('--exclude <cidr>', 'do not dial this; may be repeated', collect)
    .option('--concurrency <n>', 'devices at once (default: 50)', whole)
    .option('--logins-per-second <n>', 'logins of an account, of all runs together', perSecond)
    .option('--probe-timeout <seconds>', 'for one device, closing included (default: 20)', seconds);
}

const EXAMPLES = `
Examples:
  netwalker exec --filter 'core-*' --command 'show clock' --username ops
  netwalker exec --platform 'cisco_*' --command 'show version' --command 'show inventory' --excel versions.xlsx`;

async function answer(
  { host, options }: Invocation,
  { store, summary, chosen }: Ran,
): Promise<CommandResult> {
  const run = await store.getRun(summary.runId);
  const rows = run ? await execRows(store, run, chosen.devices) : [];
  const { excel } = options as Flags;
  if (excel !== undefined) await saveWorkbook(excel, rows);
  return {
    exitCode: exitOf(summary, rows, host),
    data: rows,
    csv: { columns: CSV_COLUMNS, rows: rows.flatMap(csvLines) },
    text: (columns) =>
      renderExec(rows, summary, columns) + (excel === undefined ? '' : `\nwritten to ${excel}`),
  };
}

async function saveWorkbook(file: string, rows: readonly ExecRow[]): Promise<void> {
  const { execWorkbook } = await import('../exec/write-workbook.ts');
  const { saveFile } = await import('../export/save-file.ts');
  await saveFile(file, await execWorkbook(rows));
}

/** Before anything is dialled: results that could not be written would be asked for twice. */
async function checkFolder(file: string): Promise<void> {
  const folder = await stat(dirname(file)).catch(() => null);
  if (!folder?.isDirectory()) throw new UsageError(`cannot write ${file}: there is no such directory`);
}

/** A line of output is a row: a cell with lines in it is read by few. */
function csvLines({ output, ...row }: ExecRow): readonly Readonly<Record<string, unknown>>[] {
  return output.split('\n').map((text, at) => ({ ...row, line: at + 1, text }));
}

const CSV_COLUMNS = ['device', 'address', 'platform', 'site', 'command', 'status', 'reason', 'line', 'text'];

function exitOf({ status }: RunSummary, rows: readonly ExecRow[], host: Host): ExitCode {
  if (host.interrupted.aborted) return EXIT.interrupted;
  if (status === 'failed') return EXIT.ourFault;
  return status === 'succeeded' && rows.every((row) => row.status === 'ok') ? EXIT.ok : EXIT.incomplete;
}
