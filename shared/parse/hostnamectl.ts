import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { outputLines } from './lines.ts';

const LABELS = {
  'static hostname': 'hostname',
  'transient hostname': 'transient',
  'operating system': 'version',
  'hardware vendor': 'vendor',
  'hardware model': 'model',
} as const;

/** `hostnamectl` of systemd; hardware stands in it since version 249. */
export function parseHostnamectl(text: string): Facts {
  const fields = readFields(outputLines(text), LABELS);
  return facts({
    hostname: fields.hostname === '(unset)' || fields.hostname === 'n/a' ? fields.transient : fields.hostname,
    vendor: fields.vendor,
    model: fields.model,
    osVersion: fields.version,
  });
}
