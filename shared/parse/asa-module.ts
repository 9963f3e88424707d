import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { outputLines } from './lines.ts';
import { readTable } from './table.ts';

const TITLES = {
  module: /^\s{0,4}Mod\b/i,
  card: /Card Type/i,
  model: /Model\b/i,
  serial: /Serial No/i,
} as const;

/** `show module` of ASA: module 0 is the device, the others (`ips`, `sfr`, `1`) are plugged in or run on it. */
export function parseAsaModule(text: string): Facts {
  const lines = outputLines(text);
  const end = lines.findIndex((line) => line.trim() === '');
  const device = readTable(end < 0 ? lines : lines.slice(0, end), TITLES).find(
    ({ module }) => module === '0',
  );
  return facts({ model: device?.model, serials: [device?.serial] });
}
