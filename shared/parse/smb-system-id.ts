import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { allMatches, outputLines } from './lines.ts';

/**
 * `show system id` of Cisco Small Business switches: `Serial number : IDN123456AA`, in a stack a table of
 * `Unit  Serial number`.
 */
export function parseSmbSystemId(text: string): Facts {
  const lines = outputLines(text);
  const table = lines.findIndex((line) => /^\s{0,8}Unit\s{1,20}Serial number/i.test(line));
  const rows = table < 0 ? [] : lines.slice(table + 1);
  return facts({
    serials: [
      ...allMatches(lines, /^\s{0,8}Serial number\s{0,20}: ?(\S{1,64})/i),
      ...allMatches(rows, /^\s{0,8}\d{1,2}\s{1,20}(\S{4,64})/),
    ],
  });
}
