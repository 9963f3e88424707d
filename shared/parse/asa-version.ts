import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { allMatches, firstMatch, outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

/**
 * `show version` of ASA (and PIX). `asa1 up 41 days 19 hours` is the device, `failover cluster up ...` the pair. A
 * security context states no serial number.
 */
export function parseAsaVersion(text: string): Facts {
  const lines = outputLines(text);
  const up = firstMatch(lines, /^\s{0,8}(\S{1,128}) up (\d.{0,119})$/);
  return facts({
    hostname: up?.[1],
    vendor: lines.some((line) => /cisco/i.test(line)) ? 'Cisco' : undefined,
    // `Hardware:   ASA5516, 8192 MB RAM, CPU Atom C2000 series 2416 MHz`
    model: firstMatch(lines, /^\s{0,8}Hardware\s{0,8}:\s{0,20}([^,\s][^,]{0,63})/i)?.[1],
    osVersion: firstMatch(
      lines,
      /(?:Security Appliance|ASA|PIX Firewall) (?:Software )?Version (\S{1,64})/i,
    )?.[1],
    serials: allMatches(lines, /^\s{0,8}Serial Number\s{0,8}: ?(\S{1,64})/i),
    uptimeSeconds: up ? uptimeSeconds(up[2] ?? '') : undefined,
  });
}
