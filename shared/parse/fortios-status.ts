import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { outputLines } from './lines.ts';

const LABELS = { version: 'version', 'serial-number': 'serial', hostname: 'hostname' } as const;

/**
 * `get system status` of FortiOS: `Version: FortiGate-60F v7.4.8,build2795,250523 (GA.M)`. The uptime in it is the
 * cluster's, not the device's.
 */
export function parseFortiosStatus(text: string): Facts {
  const fields = readFields(outputLines(text), LABELS);
  const named = /^(\S{1,64})(?: \S{1,32})? v(\d[^\s,]{0,32})/.exec(fields.version ?? '');
  return facts({
    hostname: fields.hostname,
    model: named?.[1],
    osVersion: named?.[2],
    serials: [fields.serial],
  });
}
