import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { firstMatch, outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

/** What the device itself says; `MPU 7(Master)  : uptime is ...` is a board. */
const UPTIME = /^\s{0,8}([^:]{1,120}?) uptime is (.{1,120})/i;
const VENDORS = /^(Huawei|Quidway|H3C|HPE|HP)\s/i;
const RELEASE =
  /\bVersion (\d[\w.]{0,32}(?:,? ?(?:Release|ESS|Feature|Alpha|Demo|Beta) [\w-]{1,24}|\s?\([^)]{1,80}\))?)/;

/**
 * `display version` of VRP (`VRP (R) software, Version 5.170 (AR6280 V300R019C10SPC300)`) and of Comware (`HPE Comware
 * Software, Version 7.1.070, Release 3208P03`). The model stands before `uptime is`.
 */
export function parseComwareVersion(text: string): Facts {
  const lines = outputLines(text);
  const up = firstMatch(lines, UPTIME);
  const named = up?.[1]?.trim() ?? '';
  return facts({
    vendor: readVendor(lines, named),
    model: named.replace(VENDORS, '').replace(/ (?:(?:Terabit )?Routing Switch|Router|Switch)$/i, ''),
    osVersion: firstMatch(lines, RELEASE)?.[1],
    uptimeSeconds: up ? uptimeSeconds(up[2] ?? '') : undefined,
  });
}

function readVendor(lines: readonly string[], named: string): string | undefined {
  if (lines.some((line) => /\b(?:Huawei|VRP \(R\))/i.test(line))) return 'Huawei';
  const prefix = VENDORS.exec(named)?.[1]?.toUpperCase();
  return prefix ?? (lines.some((line) => /H3C/.test(line)) ? 'H3C' : undefined);
}
