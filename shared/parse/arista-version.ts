import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { firstMatch, outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

const LABELS = {
  'serial number': 'serial',
  'software image version': 'version',
  'system mac address': 'mac',
  uptime: 'uptime',
} as const;

/**
 * `show version` of EOS: `Arista DCS-7010T-48-R`, then labels. The system MAC address is what EOS sends as its LLDP
 * chassis id.
 */
export function parseAristaVersion(text: string): Facts {
  const lines = outputLines(text);
  const fields = readFields(lines, LABELS);
  const named = firstMatch(lines, /^\s{0,8}(Arista)(?: Networks)? ([^:]{1,64})$/i);
  // Without the vendor, as some virtual ones print it: `vEOS`, `cEOSLab`.
  const virtual = firstMatch(lines.slice(0, 1), /^\s{0,8}([vc]EOS[\w-]{0,16})$/);
  return facts({
    vendor: named?.[1],
    model: named?.[2] ?? virtual?.[1],
    // `4.31.6M-39953990.4316M (engineering build)`
    osVersion: fields.version?.split(' (')[0],
    serials: [fields.serial],
    uptimeSeconds: fields.uptime === undefined ? undefined : uptimeSeconds(fields.uptime),
    chassisIds: [fields.mac],
  });
}
