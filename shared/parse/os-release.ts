import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { outputLines } from './lines.ts';
import { stated } from './stated.ts';

/** `cat /etc/os-release` (os-release(5)): the distribution is the vendor, `PRETTY_NAME` the version. */
export function parseOsRelease(text: string): Facts {
  const fields = new Map<string, string>();
  for (const line of outputLines(text)) {
    const equals = line.indexOf('=');
    if (equals > 0) fields.set(line.slice(0, equals).trim(), stated(line.slice(equals + 1)) ?? '');
  }
  const named =
    `${fields.get('NAME') ?? ''} ${fields.get('VERSION') ?? fields.get('VERSION_ID') ?? ''}`.trim();
  return facts({
    vendor: fields.get('NAME')?.replace(/ (?:GNU\/)?Linux$/, ''),
    osVersion: fields.get('PRETTY_NAME') ?? named,
  });
}
