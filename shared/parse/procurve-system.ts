import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { joinWrapped } from './join-wrapped.ts';
import { allMatches, firstMatch, outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

/**
 * `show system` of ProCurve and ArubaOS-Switch. A single switch prints two columns (`Software revision  : K.15.06.0017
 *         Base MAC Addr      : 7446a0-41a56f`), a stack one, with a section for each member.
 */
export function parseProcurveSystem(text: string): Facts {
  const lines = joinWrapped(outputLines(text));
  const value = (pattern: RegExp): string | undefined => firstMatch(lines, pattern)?.[1];
  // `  Up Time            : 15 days              Memory   - Total   : 128,380,928`
  const up = value(/\bUp Time\s{0,20}:\s{0,4}(\S.{0,60})/i) ?? '';
  return facts({
    hostname: value(/^\s{0,8}System Name\s{0,20}:\s{0,4}(\S.{0,255}?)(?:\s{3}|$)/i),
    osVersion: value(/\bSoftware revision\s{0,20}:\s{0,4}(\S{1,64})/i),
    serials: allMatches(lines, /\bSerial Number\s{0,20}:\s{0,4}(\S{1,64})/i),
    uptimeSeconds: uptimeSeconds(up.replace(/\bMemory\b.*/, '')),
    chassisIds: allMatches(lines, /\b(?:Base )?MAC Addr\s{0,20}:\s{0,4}([\da-f-]{12,17})/i),
  });
}
