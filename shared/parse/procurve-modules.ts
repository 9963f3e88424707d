import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { allMatches, outputLines } from './lines.ts';

/** `show modules` of ProCurve: `  Chassis: 5406Rzl2 J9850A         Serial Number:   SG4ZG490XX`. */
const CHASSIS =
  /^\s{0,8}(?:Member ID\s?\d{0,2}\s{0,8})?Chassis\s{0,8}:\s{0,8}(\S.{0,60}?)\s{2,40}Serial Number/i;
const SERIAL =
  /^\s{0,8}(?:Member ID\s?\d{0,2}\s{0,8})?Chassis\s{0,8}:.{0,80}\bSerial Number\s{0,8}:\s{0,8}(\w{4,40})/i;

/** The model and serial number of the chassis; modules have their own, which are left out. */
export function parseProcurveModules(text: string): Facts {
  const lines = outputLines(text);
  return facts({
    model: allMatches(lines, CHASSIS)[0]?.replace(/!$/, ''),
    serials: allMatches(lines, SERIAL),
  });
}
