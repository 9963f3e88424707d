import type { Format } from '../../../../cli/export/formats.ts';
import { readCsv } from './read-csv.ts';
import { readDot } from './read-dot.ts';
import { readDrawio } from './read-drawio.ts';
import { readGraphml } from './read-graphml.ts';
import { readJson } from './read-json.ts';
import { readMermaid } from './read-mermaid.ts';
import { readNetbox } from './read-netbox.ts';
import { readXlsx } from './read-xlsx.ts';

export type Files = ReadonlyMap<string, string | Uint8Array>;

/** What a reader that knows nothing of the writer finds in an export: names, and the ports of each link, in order. */
export interface ReadBack {
  readonly devices: readonly string[];
  readonly links: readonly (readonly [string, string])[];
}

export const READERS: Readonly<Record<Format, (files: Files) => ReadBack | Promise<ReadBack>>> = {
  json: readJson,
  csv: readCsv,
  xlsx: readXlsx,
  graphml: readGraphml,
  dot: readDot,
  drawio: readDrawio,
  mermaid: readMermaid,
  netbox: readNetbox,
};

export function textOf(files: Files, name?: string): string {
  const text = name === undefined ? [...files.values()][0] : files.get(name);
  if (typeof text !== 'string') throw new Error(`there is no text ${name ?? ''}`);
  return text;
}
