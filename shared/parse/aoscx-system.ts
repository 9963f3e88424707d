import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

const LABELS = {
  hostname: 'hostname',
  vendor: 'vendor',
  'product name': 'model',
  'chassis serial nbr': 'serial',
  'base mac address': 'mac',
  'arubaos-cx version': 'version',
  'aos-cx version': 'version',
  version: 'version',
  'up time': 'uptime',
} as const;

/**
 * `show system` and `show version` of AOS-CX: `Product Name       : JL665A 6300F 48G CL4 PoE 4SFP56 Sw`. The base MAC
 * address is what AOS-CX sends as its LLDP chassis id.
 */
export function parseAoscxSystem(text: string): Facts {
  const fields = readFields(outputLines(text), LABELS);
  return facts({
    hostname: fields.hostname,
    vendor: fields.vendor,
    model: fields.model,
    osVersion: fields.version,
    serials: [fields.serial],
    uptimeSeconds: fields.uptime === undefined ? undefined : uptimeSeconds(fields.uptime),
    chassisIds: [fields.mac],
  });
}
