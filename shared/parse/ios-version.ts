import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { allMatches, firstMatch, outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

/**
 * `show version` of IOS and IOS-XE. In a stack the output ends with a section for each member, so serials and base MAC
 * addresses are those of all members, the active one first. The model is the active member's.
 */
export function parseIosVersion(text: string): Facts {
  const lines = outputLines(text);
  const up = firstMatch(lines, /^\s{0,8}(\S{1,128}) uptime is (.{1,120})/);
  return facts({
    hostname: up?.[1],
    vendor: lines.some((line) => /cisco/i.test(line)) ? 'Cisco' : undefined,
    model: readModel(lines),
    osVersion: readVersion(lines),
    serials: [
      ...allMatches(lines, /^\s{0,8}Processor board ID ([^\s,]{1,64})/i),
      ...allMatches(lines, /^\s{0,8}System Serial Number\s{0,20}: ?(\S{1,64})/i),
    ],
    uptimeSeconds: up ? uptimeSeconds(up[2] ?? '') : undefined,
    chassisIds: allMatches(lines, /^\s{0,8}Base Ethernet MAC Address\s{0,20}: ?(\S{1,32})/i),
  });
}

/** `Cisco IOS XE Software, Version 16.09.03` where there is one, else `... Software (C180X-...), Version 12.4(6)T2, RELEASE`. */
function readVersion(lines: readonly string[]): string | undefined {
  const named = firstMatch(lines, /^\s{0,8}Cisco IOS[ -]XE Software, Version ([^\s,]{1,64})/i);
  const other = firstMatch(lines, /^(?!\s{0,8}(?:ROM|BOOTLDR|BOOTROM)\b)[^:]{0,200}\bVersion ([^\s,]{1,64})/);
  return (named ?? other)?.[1];
}

/** `cisco WS-C3850-48U (MIPS) processor with 4194304K bytes`, `Cisco IOSv (revision 1.0) with  with 460137K/62464K bytes`. */
function readModel(lines: readonly string[]): string | undefined {
  const processor = lines.filter((line) => /processor|bytes of/.test(line));
  const found = firstMatch(processor, /^\s{0,8}cisco ([^(]{1,64}) \(/i);
  return (found ?? firstMatch(lines, /^\s{0,8}Model Number\s{0,20}: ?(\S{1,64})/i))?.[1];
}
