import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { firstMatch, outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

/**
 * `show system uptime` of Junos: `System booted: 2021-02-26 18:30:12 MSK (26w3d 17:59 ago)`, else what `w` says:
 * `12:29PM  up 185 days, 17:59, 1 user, load averages: ...`.
 */
export function parseJunosUptime(text: string): Facts {
  const lines = outputLines(text);
  const booted = firstMatch(lines, /^\s{0,8}System booted:[^(]{0,120}\(([^)]{1,64}) ago\)/i);
  const up = booted ?? firstMatch(lines, /\bup {1,4}(\d[^\n]{0,60}?), {1,4}\d{1,4} users?,/);
  return facts({ uptimeSeconds: up === undefined ? undefined : junosSeconds(up[1] ?? '') });
}

/** `26w3d 17:59`, `185 days, 17:59`, `00:59:12`, `17 mins`: a clock with one colon is hours and minutes. */
export function junosSeconds(text: string): number | undefined {
  return uptimeSeconds(text.replace(/(?<![\d:])(\d{1,3}:\d\d)(?![\d:])/, '$1:00'));
}
