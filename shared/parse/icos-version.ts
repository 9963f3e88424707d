import type { Facts } from '../model/device.ts';
import { readDotted } from './dotted.ts';
import { facts } from './facts.ts';
import { outputLines } from './lines.ts';
import { stated } from './stated.ts';

/** `show version` of ICOS and other FASTPATH switches: `Machine Model.................................. AS5610-52X`. */
export function parseIcosVersion(text: string): Facts {
  const labeled = outputLines(text)
    .map(readDotted)
    .filter((line) => line !== null);
  const values = (...keys: readonly string[]): string[] =>
    keys
      .flatMap((key) => labeled.filter((line) => line.key === key && stated(line.value) !== null))
      .map(({ value }) => value);
  return facts({
    // Some builds name the switching chip for a model: `BCM-56643`.
    model:
      values('machine model', 'machine type').find((value) => !/^BCM\b/i.test(value)) ??
      values('system description')[0]?.split(',')[0],
    osVersion: values('software version')[0],
    serials: values('serial number'),
    chassisIds: values('burned in mac address'),
  });
}
