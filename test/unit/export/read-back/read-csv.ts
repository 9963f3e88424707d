import { parse } from 'csv-parse/sync';
import { textOf, type Files, type ReadBack } from './read-back.ts';

export function readCsv(files: Files): ReadBack {
  const rows = (name: string): Readonly<Record<string, string>>[] =>
    parse(textOf(files, name), { columns: true });
  return {
    devices: rows('devices.csv').map(({ name }) => name ?? ''),
    links: rows('links.csv').map(({ aPort, bPort }) => [aPort ?? '', bPort ?? '']),
  };
}
