import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { firstMatch, outputLines } from './lines.ts';

/** `show running-config hostname`, `show running-config | include hostname`: `hostname core-1`; `switchname` in old NX-OS. */
export function parseConfigHostname(text: string): Facts {
  const named = firstMatch(outputLines(text), /^\s{0,8}(?:hostname|switchname|sysname) (\S{1,255})/i);
  return facts({ hostname: named?.[1] });
}
