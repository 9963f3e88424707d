import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { firstMatch, outputLines } from './lines.ts';

const LABELS = {
  hostname: 'hostname',
  model: 'model',
  junos: 'version',
  'serial number': 'serial',
} as const;

/**
 * `show version` of Junos; in a virtual chassis or cluster the first member's. Releases before 14.1 have no `Junos:`
 * line, there the version stands in the brackets of a package: `JUNOS Software Release [12.1X44-D35.5]`.
 */
export function parseJunosVersion(text: string): Facts {
  const lines = outputLines(text);
  const fields = readFields(lines, LABELS);
  const inBrackets = firstMatch(lines, /^\s{0,8}JUNOS [^[\]]{1,120}\[([^\]]{1,64})\]/i)?.[1];
  return facts({
    hostname: fields.hostname,
    model: fields.model,
    osVersion: fields.version ?? inBrackets,
    serials: [fields.serial],
  });
}
