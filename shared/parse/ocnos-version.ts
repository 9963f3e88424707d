import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { firstMatch, outputLines } from './lines.ts';

/** `show version` of OcNOS: ` Software Product: OcNOS, Version: 1.3.4.268` and ` Hardware Model: Edgecore AS5812-54X`. */
export function parseOcnosVersion(text: string): Facts {
  const lines = outputLines(text);
  return facts({
    vendor: lines.some((line) => /\bOcNOS\b/.test(line)) ? 'IP Infusion' : undefined,
    model: firstMatch(lines, /^\s{0,8}Hardware Model\s{0,8}: ?(\S.{0,80})$/i)?.[1],
    osVersion: firstMatch(lines, /\bOcNOS\S{0,8},? Version\s?:? ?(\S{1,64})/i)?.[1],
  });
}
