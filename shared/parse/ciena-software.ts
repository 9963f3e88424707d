import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { firstMatch, outputLines } from './lines.ts';

/** `software show` of SAOS: `| Running Package     : saos-06-14-00-0295   |`. */
export function parseCienaSoftware(text: string): Facts {
  return facts({
    osVersion: firstMatch(outputLines(text), /\bRunning Package\s{0,20}[:|]\s{0,20}([^\s|]{1,64})/i)?.[1],
  });
}
