import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { firstMatch, outputLines } from './lines.ts';

/** `show version` of Cisco Small Business switches: `SW version    1.3.7.18 ( date ...`, since 2.x of the active image. */
export function parseSmbVersion(text: string): Facts {
  const lines = outputLines(text);
  const named = firstMatch(lines, /^\s{0,8}SW version\s{1,20}(\S{1,64})/i);
  const active = lines.findIndex((line) => /^\s{0,8}Active-image:/i.test(line));
  const image = active < 0 ? [] : lines.slice(active + 1, active + 6);
  return facts({
    osVersion: (named ?? firstMatch(image, /^\s{0,8}Version: ?(\S{1,64})/i))?.[1],
  });
}
