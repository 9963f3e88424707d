import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { outputLines } from './lines.ts';

/** `show hostname` of EOS: `Hostname: spine1`, `FQDN:     spine1.example.net`. */
export function parseAristaHostname(text: string): Facts {
  const fields = readFields(outputLines(text), { hostname: 'hostname', fqdn: 'fqdn' });
  return facts({ hostname: fields.hostname ?? fields.fqdn });
}
