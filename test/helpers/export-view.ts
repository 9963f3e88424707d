import type { ExportOptions } from '../../cli/export/exported.ts';
import { FORMATS, type Format } from '../../cli/export/formats.ts';
import type { NetworkView } from '../../shared/model/network-view.ts';

/** What a format makes of a view, by file name. Devices stand on a grid where a format asks where they stand. */
export async function exportView(
  format: Format,
  view: NetworkView,
  options: Partial<ExportOptions> = {},
): Promise<Map<string, string | Uint8Array>> {
  const write = await FORMATS[format]();
  const positions = async () =>
    new Map(
      view.devices.map(({ nodeId }, at) => [nodeId, { x: (at % 10) * 200, y: Math.floor(at / 10) * 120 }]),
    );
  const { files } = await write(view, { positions, ...options });
  return new Map(files.map(({ name, content }) => [name, content]));
}

/** The text of a format that makes one file. */
export async function exportText(
  format: Format,
  view: NetworkView,
  options: Partial<ExportOptions> = {},
): Promise<string> {
  const [content] = (await exportView(format, view, options)).values();
  if (typeof content !== 'string') throw new Error(`the format ${format} makes no text`);
  return content;
}
