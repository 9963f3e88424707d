import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { allMatches, outputLines } from './lines.ts';
import { readFields } from './labels.ts';
import { uptimeSeconds } from './uptime.ts';

const SYSTEM = { description: 'description', 'up time': 'uptime', name: 'hostname' } as const;
const VENDOR = /^(Alcatel-Lucent Enterprise|Alcatel-Lucent|Alcatel|ALE)\s/i;
const VERSION = /^\d{1,3}\.\d{1,4}\.[\w.]{1,40}$/;

/**
 * `show system` of AOS: `Description:  Alcatel-Lucent Enterprise OS6350-P24 6.7.1.001.R01 GA, January 01, 2000.,` holds
 * vendor, model and version. Every value ends with a comma.
 */
export function parseAosSystem(text: string): Facts {
  const fields = readFields(outputLines(text), SYSTEM);
  const description = fields.description ?? '';
  const vendor = VENDOR.exec(description)?.[1];
  const words = description
    .slice(vendor?.length ?? 0)
    .trim()
    .slice(0, 200)
    .split(/[\s,]+/);
  const version = words.findIndex((word) => VERSION.test(word));
  return facts({
    hostname: withoutComma(fields.hostname),
    vendor,
    model: version > 0 ? words.slice(0, version).join(' ') : undefined,
    osVersion: words[version],
    uptimeSeconds: uptimeSeconds(fields.uptime ?? ''),
  });
}

/**
 * `show chassis` of AOS, a section for each member of a stack or virtual chassis: `Model Name:`, `Serial Number:` and
 * `MAC Address:`, each with a comma after its value.
 */
export function parseAosChassis(text: string): Facts {
  const lines = outputLines(text);
  const values = (label: string): string[] =>
    allMatches(lines, new RegExp(`^\\s{0,8}${label}\\s{0,8}:\\s{0,40}(\\S.{0,80})$`, 'i')).map(withoutComma);
  return facts({
    model: values('Model Name')[0],
    serials: values('Serial Number'),
    chassisIds: values('MAC Address').filter((mac) => !/^[0:]+$/.test(mac)),
  });
}

const withoutComma = (value: string | undefined): string => value?.trim().replace(/,$/, '').trim() ?? '';
