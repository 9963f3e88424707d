import { UsageError } from '../../shared/errors.ts';
import type { RawOutput } from '../../shared/model/raw-output.ts';
import type { Run } from '../../shared/model/run.ts';
import { safeText } from '../render/safe-text.ts';
import type { CliCommand } from './cli-command.ts';
import { findTargets } from './find-targets.ts';
import { defineDataOptions, withRun } from './stored-data.ts';

interface Row extends RawOutput {
  readonly target: string;
}

/** What a device printed in a run with `--keep-raw`: to write a parser for it, or to see why it was read as it was. */
export const raw: CliCommand = {
  define: (command) => {
    command
      .argument('<device|address>', 'a name, an address or a serial number')
      .option('--command <text>', 'the output of this command only, and nothing around it');
    defineDataOptions(command, 'run');
    command.addHelpText('after', EXAMPLES);
  },
  run: (invocation) =>
    withRun(invocation, async (store, run) => {
      const asked = invocation.args[0] ?? '';
      const wanted = invocation.options['command'];
      const rows: Row[] = [];
      for (const { targetId } of await findTargets(store, run, asked)) {
        const outputs = await store.listRawOutputs(run.runId, targetId);
        rows.push(...outputs.map((output) => ({ target: targetId, ...output })));
      }
      if (typeof wanted !== 'string') return { data: rows, text: () => render(rows, run, asked) };
      const [one] = rows.filter(({ command }) => normalize(command) === normalize(wanted));
      if (!one) throw new UsageError(noSuchCommand(rows, run, asked, wanted));
      return { data: [one], text: () => shown(one.output).trimEnd() };
    }),
};

const EXAMPLES = `
Examples:
  netwalker discover --seed 10.0.0.1 --scope 10.0.0.0/8 --username ops --keep-raw
  netwalker raw 10.0.0.1
  netwalker raw 10.0.0.1 --command 'show version' > show-version.txt`;

function render(rows: readonly Row[], run: Run, asked: string): string {
  if (rows.length === 0) return nothingKept(run, asked);
  return rows
    .map((row) => `${heading(row)}\n${shown(row.output).trimEnd()}\n`)
    .join('\n')
    .trimEnd();
}

function heading({ target, command, status, output, cut }: Row): string {
  const kept = `${output.length} characters${cut === undefined ? '' : `, ${cut} more were cut off`}`;
  return safeText(`# ${target}: ${command} (${status}, ${kept})`);
}

/** Lines and columns as they were printed; what would act on a terminal is shown as `�`. */
const shown = (text: string): string => safeText(text, { keep: '\n\t' });

const normalize = (command: string): string => command.trim().replace(/\s+/g, ' ').toLowerCase();

function nothingKept(run: Run, asked: string): string {
  return run.settings.keepRaw
    ? `run ${run.runId} kept nothing of ${asked}: netwalker explain ${asked} tells why it was not visited`
    : `run ${run.runId} kept no outputs: run discover with --keep-raw`;
}

function noSuchCommand(rows: readonly Row[], run: Run, asked: string, wanted: string): string {
  if (rows.length === 0) return nothingKept(run, asked);
  const known = [...new Set(rows.map(({ command }) => `"${command}"`))].join(', ');
  return `"${wanted}" was not asked; there are ${known}`;
}
