import { Option } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import type { NetworkView } from '../../shared/model/network-view.ts';
import type { Exported, ExportOptions } from '../export/exported.ts';
import { FORMAT_NAMES, FORMATS, type Format } from '../export/formats.ts';
import { saveExported } from '../export/save-exported.ts';
import { withFarEnds } from '../export/with-far-ends.ts';
import { safeText } from '../render/safe-text.ts';
import type { CliCommand } from './cli-command.ts';
import { defineFilters, narrowView } from './filter-options.ts';
import type { CommandResult, Host, Invocation } from './host.ts';
import { dataDirOf, defineDataOptions, withView, type DataOptions } from './stored-data.ts';

interface Options extends DataOptions {
  readonly format: Format;
  readonly output?: string;
  readonly table?: string;
  readonly interfaces?: string;
  readonly json?: boolean;
}

export const exportCommand: CliCommand = {
  define: (command) => {
    command
      .addOption(
        new Option('--format <format>', 'what to make of the network')
          .choices(FORMAT_NAMES)
          .makeOptionMandatory(),
      )
      .option(
        '--output <path>',
        'the file to write, or the directory where there are several (default: stdout)',
      )
      .option('--table <name>', 'csv: only this table (devices, links, neighbors, failures, members)');
    command.option(
      '--interfaces <file>',
      'netbox: what NetBox answers to GET /api/dcim/interfaces/, for the ids in the bodies of cables',
    );
    defineFilters(command);
    defineDataOptions(command, 'network');
  },
  run: async (invocation) => {
    const options = invocation.options as unknown as Options;
    checkOptions(options);
    const write = await FORMATS[options.format]();
    const outcome: { exported?: CommandResult } = {};
    const result = await withView(invocation, async (whole) => {
      const view = withFarEnds(narrowView(whole, invocation), whole);
      const exported = await write(view, exportOptions(whole, options));
      outcome.exported = await deliver(view, exported, options, invocation);
      return outcome.exported;
    });
    // Nothing may stand in a file but the export: that there is no run yet is said on stderr.
    if (!outcome.exported) throw new UsageError(result.text(Number.POSITIVE_INFINITY));
    return result;
  },
};

function checkOptions({ format, table, interfaces }: Options): void {
  if (table !== undefined && format !== 'csv') {
    throw new UsageError('--table goes with --format csv: the other formats hold the whole network');
  }
  if (interfaces !== undefined && format !== 'netbox') {
    throw new UsageError('--interfaces goes with --format netbox: no other format has ids of NetBox');
  }
}

/** Places are those of the whole network's map, whatever part of it is exported. */
const exportOptions = (whole: NetworkView, options: Options): ExportOptions => ({
  ...(options.table === undefined ? {} : { table: options.table }),
  ...(options.interfaces === undefined ? {} : { interfaces: options.interfaces }),
  positions: async () => {
    const { placeDevices } = await import('../map/place-devices.ts');
    return placeDevices(whole, { dataDir: dataDirOf(options), stack: options.stack });
  },
});

async function deliver(
  view: NetworkView,
  exported: Exported,
  { format, output, json = false }: Options,
  { host }: Invocation,
): Promise<CommandResult> {
  if (output === undefined) return onStdout(exported, format, host, json);
  const files = await saveExported(output, exported.files);
  for (const note of exported.notes ?? []) host.stderr.write(`${safeText(note)}\n`);
  const { network, devices, links } = view;
  return {
    data: { format, network, runId: view.run.runId, devices: devices.length, links: links.length, files },
    text: () =>
      [
        `${devices.length} devices and ${links.length} links of the network ${network}:`,
        ...files.map(({ path, bytes }) => `  ${safeText(path)}  ${size(bytes)}`),
      ].join('\n'),
  };
}

function onStdout({ files, report }: Exported, format: Format, host: Host, json: boolean): CommandResult {
  if (report) return report;
  const [file] = files;
  if (!file || files.length > 1) {
    const names = files.map(({ name }) => name).join(', ');
    const table = format === 'csv' ? ', or name one table with --table' : '';
    throw new UsageError(
      `--format ${format} makes ${files.length} files (${names}): say where with --output DIR${table}`,
    );
  }
  const { content } = file;
  if (typeof content === 'string') {
    return { data: format === 'json' ? JSON.parse(content) : { format, content }, text: () => content };
  }
  if (host.stdout.isTTY || json) {
    const place = json ? 'beside JSON on stdout' : 'for a terminal';
    throw new UsageError(`--format ${format} is not ${place}: say where with --output ${file.name}`);
  }
  host.stdout.write(content);
  return { data: { format, bytes: content.byteLength }, text: () => '' };
}

const size = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 * 1024
      ? `${(bytes / 1024).toFixed(0)} kB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
