import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { firstMatch, outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

/**
 * `show version` of NX-OS. The running version is `NXOS: version`, in older releases `system:    version`; not the
 * `System version:` of the last reset.
 */
export function parseNxosVersion(text: string): Facts {
  const lines = outputLines(text);
  const up = firstMatch(lines, /^\s{0,8}(?:Kernel|System) uptime is (.{1,120})/)?.[1];
  return facts({
    hostname: firstMatch(lines, /^\s{0,8}Device name: ?(\S{1,128})/i)?.[1],
    vendor: lines.some((line) => /cisco/i.test(line)) ? 'Cisco' : undefined,
    // `cisco Nexus9000 C9372PX chassis`, `cisco Nexus 5596 Chassis ("O2 48X10GE/Modular Supervisor")`
    model: firstMatch(lines, /^\s{0,8}cisco (?!Nexus Operating)((?:(?! chassis\b)[^("]){1,64})/i)?.[1],
    osVersion: firstMatch(lines, /^\s{0,8}(?:NXOS|system): {1,12}version (\S{1,64})/)?.[1],
    serials: [firstMatch(lines, /^\s{0,8}Processor Board ID ([^\s,]{1,64})/i)?.[1]],
    uptimeSeconds: up === undefined ? undefined : uptimeSeconds(up),
  });
}
