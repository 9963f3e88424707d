import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import { LAYOUTS, type Layout } from '../map/layout/lay-out.ts';
import { mapData, type MapData } from '../map/map-data.ts';
import { placeDevices } from '../map/place-devices.ts';
import { safeText } from '../render/safe-text.ts';
import type { CliCommand } from './cli-command.ts';
import type { CommandResult, Host } from './host.ts';
import { dataDirOf, defineDataOptions, withView, type DataOptions } from './stored-data.ts';

interface MapOptions extends DataOptions {
  readonly output: string;
  readonly open?: boolean;
  readonly layout: Layout;
  readonly fresh?: boolean;
  readonly positions?: string;
  readonly json?: boolean;
}

export const map: CliCommand = {
  define: (command) => {
    command
      .option('--output <file>', 'the HTML file that is written', 'map.html')
      .option('--open', 'show it in the browser')
      .addOption(
        new Option('--layout <layout>', 'how devices without a place are laid out')
          .choices(LAYOUTS)
          .default('auto'),
      )
      .option('--positions <file>', `take over the places of a file that the map's "Save positions" made`)
      .option('--fresh', 'forget the saved places and lay everything out anew');
    defineDataOptions(command, 'run');
  },
  run: (invocation) => {
    const options = invocation.options as unknown as MapOptions;
    return withView(invocation, (view) => {
      const dataDir = dataDirOf(options);
      const data = mapData(view, placeDevices(view, { ...options, dataDir }));
      return options.json === true ? { data, text: () => '' } : write(data, options, invocation.host);
    });
  },
};

async function write(data: MapData, { output, open }: MapOptions, host: Host): Promise<CommandResult> {
  // esbuild is loaded only when there is a page to make.
  const { bundlePage } = await import('../map/bundle-page.ts');
  const { mapHtml } = await import('../map/map-html.ts');
  const html = mapHtml(data, await bundlePage());
  try {
    writeFileSync(output, html);
  } catch (error) {
    throw new UsageError(
      `the map cannot be written to ${output}: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  }
  if (open === true) await show(resolve(output), host);
  const size = `${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB`;
  const figures = `${data.devices.length} devices, ${data.links.length} links, ${size}`;
  return {
    data,
    text: () => safeText(`${output}: ${figures}${open === true ? '' : '; open it in a browser'}`),
  };
}

/** A starter that has failed has done so by then; one that has found a browser may stay as long as it does. */
const STARTED_AFTER_MS = 1000;

/** A machine without a browser is told where the file is; the map is made all the same. */
async function show(path: string, host: Host): Promise<void> {
  const { default: open } = await import('open');
  const isOpen = await open(path).then(
    (starter) =>
      new Promise<boolean>((settle) => {
        starter.once('error', () => settle(false)).once('exit', (code) => settle(code === 0));
        setTimeout(settle, STARTED_AFTER_MS, true);
      }),
    () => false,
  );
  if (!isOpen)
    host.stderr.write(safeText(`no browser could be started: open ${path} by hand\n`, { keep: '\n' }));
}
