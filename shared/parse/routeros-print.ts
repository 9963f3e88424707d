import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

const LABELS = {
  name: 'hostname',
  platform: 'vendor',
  'board-name': 'board',
  model: 'model',
  version: 'version',
  'serial-number': 'serial',
  uptime: 'uptime',
} as const;

/**
 * `system identity print`, `system resource print` and `system routerboard print` of RouterOS: `   name: value` lines.
 * `board-name: hAP ac^3` is the product, `model: RBD53iG-5HacD2HnD` its order code.
 */
export function parseRouterosPrint(text: string): Facts {
  const fields = readFields(outputLines(text), LABELS);
  return facts({
    hostname: fields.hostname,
    vendor: fields.vendor,
    model: fields.model ?? fields.board,
    // `6.48.6 (long-term)`
    osVersion: fields.version?.split(' (')[0],
    serials: [fields.serial],
    uptimeSeconds: fields.uptime === undefined ? undefined : uptimeSeconds(fields.uptime),
  });
}
