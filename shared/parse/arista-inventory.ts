import type { Facts } from '../model/device.ts';
import { beginsAt } from './columns.ts';
import { facts } from './facts.ts';
import { isRule, outputLines } from './lines.ts';

/**
 * `show inventory` of EOS: under `System information` the row below `Model  Description` (long descriptions have a table
 * of their own) and the row below `HW Version  Serial Number  Mfg Date`; without their headers, the first row and the
 * second. Serial numbers of parts are not read.
 */
export function parseAristaInventory(text: string): Facts {
  const lines = systemLines(outputLines(text));
  const model = rowBelow(lines, /^\s{0,8}Model(?:\s{1,80}Description)?$/i);
  const hardware = rowBelow(lines, /^\s{0,8}HW Version\s{1,40}Serial Number/i);
  const bare = model === undefined && hardware === undefined ? lines : [];
  return facts({
    model: words(model?.row ?? bare[0])[0],
    serials: [hardware ? readSerial(hardware.header, hardware.row) : words(bare[1])[1]],
  });
}

/** What stands between `System information` and `System has 2 power supply slots` or the like, without empty lines. */
function systemLines(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => /^\s{0,8}System information/i.test(line));
  const own = lines.slice(start + 1).filter((line) => line.trim() !== '');
  const end = own.findIndex((line) => /^\s{0,8}System has \d/i.test(line));
  return end < 0 ? own : own.slice(0, end);
}

interface Row {
  readonly header: string;
  readonly row: string;
}

function rowBelow(lines: readonly string[], header: RegExp): Row | undefined {
  const at = lines.findIndex((line) => header.test(line));
  const row = lines.slice(at + 1).find((line) => line.trim() !== '' && !isDashes(line));
  return at < 0 || row === undefined ? undefined : { header: lines[at] ?? '', row };
}

/** A virtual one has no hardware version: its serial number is the first word, but under its title. */
function readSerial(header: string, row: string): string | undefined {
  const at = header.indexOf('Serial Number');
  return beginsAt(row, at) ? words(row.slice(at))[0] : words(row)[1];
}

const words = (text: string | undefined): string[] => text?.trim().split(/\s+/) ?? [];
const isDashes = (line: string): boolean => isRule(line.replaceAll(' ', ''));
