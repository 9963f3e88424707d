import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { readFields } from './labels.ts';
import { outputLines } from './lines.ts';

const LABELS = {
  'chassis id': 'chassisId',
  chassisid: 'chassisId',
  'system name': 'hostname',
  serialnum: 'serial',
} as const;
/** Where the ports begin: `LLDP local-information of port 52[...]`, `Port information`, ` LLDP Port Information`. */
const PORTS =
  /^\s{0,8}(?:LLDP local-information of port|(?:LLDP )?Port Information|\S{1,80} interface information)/i;

/**
 * What a device says of itself over LLDP: `display lldp local-information` (Comware), `display lldp local` (VRP), `show
 * lldp info local-device` (ProCurve). It ties the device to what its neighbors say of it.
 */
export function parseLldpLocal(text: string): Facts {
  const lines = outputLines(text);
  const ports = lines.findIndex((line) => PORTS.test(line));
  const fields = readFields(ports < 0 ? lines : lines.slice(0, ports), LABELS);
  return facts({ hostname: fields.hostname, serials: [fields.serial], chassisIds: [fields.chassisId] });
}
