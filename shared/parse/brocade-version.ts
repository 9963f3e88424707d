import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { allMatches, firstMatch, outputLines, splitBlocks } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

/** `UNIT 1: SL 1: ICX6450-48P POE 48-port Management Module`, and without the unit on a device alone. */
const MODULE = /^\s{0,8}(?:UNIT \d{1,3}: )?SL M?\d{1,3}: /i;
const MAIN = /^\s{0,8}(?:UNIT \d{1,3}: )?(?:SL M?\d{1,3}: .{0,80}\bManagement\b|SL 1: )/i;
/** FastIron `Serial  #: BZT3217M025`; NetIron `Chassis: MLXe 4-slot (Serial #: BGB..., Part #: ...)`. */
const SERIAL = /\bSerial\s{0,4}#\s?: ?([A-Za-z0-9]{4,40})/;
const VENDOR = /\b(Brocade|Foundry|Ruckus|ARRIS|CommScope|Extreme)\b/i;

/**
 * `show version` of FastIron and NetIron. A stack prints a `UNIT n: SL 1:` for each member, with its serial number;
 * plugged-in modules may have one too, which is left out.
 */
export function parseBrocadeVersion(text: string): Facts {
  const lines = outputLines(text);
  const value = (pattern: RegExp): string | undefined => firstMatch(lines, pattern)?.[1];
  const up = value(/\bsystem uptime is (.{1,120})/i);
  return facts({
    vendor: VENDOR.exec(firstMatch(lines, /Copyright.{0,160}/i)?.[0] ?? '')?.[1],
    model:
      value(/^\s{0,8}HW: (?:Stackable |Chassis )?(\S.{0,60}?)(?: Router| Switch)?$/i) ??
      value(/^\s{0,8}(?:System|Chassis): (\S.{0,60}?) ?\(Serial/i),
    osVersion: value(/^\s{0,12}(?:SW|IronWare)\s{0,4}: Version ([^\s,]{1,40})/i),
    serials: readSerials(lines),
    uptimeSeconds: up === undefined ? undefined : uptimeSeconds(up),
  });
}

function readSerials(lines: readonly string[]): string[] {
  const system = allMatches(
    lines.filter((line) => /^\s{0,8}(?:System|Chassis)\b/i.test(line)),
    SERIAL,
  );
  if (system.length > 0) return system;
  const blocks = splitBlocks(lines, (line, block) => block.length === 0 || MODULE.test(line));
  const main = blocks.filter(([first = '']) => !MODULE.test(first) || MAIN.test(first));
  return main.flatMap((block) => allMatches(block, SERIAL));
}
