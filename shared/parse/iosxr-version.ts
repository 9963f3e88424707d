import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { firstMatch, outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

/** `cisco ASR9K Series (Intel 686 F6M14S4) processor with 12582912K bytes`, `cisco NCS-5500 () processor`, `cisco XRd-CP-C-01 processor`. */
const PROCESSOR = /^\s{0,8}cisco ([^(]{1,64}?) (?:\(.{0,120}\) )?processor/i;
/** `cisco 8000 (Intel(R) Xeon(R) CPU D-1530 @ 2.41GHz)`. */
const SERIES = /^\s{0,8}cisco ([^(]{1,64}?) \(.{0,120}\)$/i;

/** `show version` and `show version brief` of IOS-XR. Since release 6 it says `System uptime is` instead of the name. */
export function parseIosxrVersion(text: string): Facts {
  const lines = outputLines(text);
  const up = firstMatch(lines, /^\s{0,8}(\S{1,128}) uptime is (.{1,120})/);
  const named = up?.[1];
  return facts({
    hostname: named === 'System' ? undefined : named,
    vendor: lines.some((line) => /cisco/i.test(line)) ? 'Cisco' : undefined,
    model: (firstMatch(lines, PROCESSOR) ?? firstMatch(lines, SERIES))?.[1],
    // `Version 5.3.2[Default]`, `Version 7.9.2 LNT`
    osVersion: firstMatch(lines, /^\s{0,8}Cisco IOS[ -]XR Software, Version ([^\s,[]{1,64})/i)?.[1],
    uptimeSeconds: up ? uptimeSeconds(up[2] ?? '') : undefined,
  });
}
