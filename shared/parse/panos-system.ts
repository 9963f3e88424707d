import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

const LABELS = {
  hostname: 'hostname',
  uptime: 'uptime',
  model: 'model',
  serial: 'serial',
  'sw-version': 'version',
} as const;

/** `show system info` of PAN-OS: `model: PA-VM`, `serial: unknown` where it has no license. */
export function parsePanosSystem(text: string): Facts {
  const fields = readFields(outputLines(text), LABELS);
  return facts({
    hostname: fields.hostname,
    model: fields.model,
    osVersion: fields.version,
    serials: fields.serial?.toLowerCase() === 'unknown' ? [] : [fields.serial],
    uptimeSeconds: fields.uptime === undefined ? undefined : uptimeSeconds(fields.uptime),
  });
}
