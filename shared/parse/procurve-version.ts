import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { firstMatch, outputLines } from './lines.ts';

/** `show version` of ProCurve and ArubaOS-Switch: below `Image stamp:` a line that is the version alone (`WC.16.10.0005`). */
export function parseProcurveVersion(text: string): Facts {
  const lines = outputLines(text);
  return facts({ osVersion: firstMatch(lines, /^\s{0,40}([A-Z]{1,3}\.\d{1,2}\.[\w.]{1,24})$/)?.[1] });
}
