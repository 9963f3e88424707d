import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { outputLines } from './lines.ts';
import { uptimeSeconds } from './uptime.ts';

/** `show sysinfo` of AireOS: `System Name...................................... TEST-WLC`. */
export function parseWlcSysinfo(text: string): Facts {
  const fields = new Map(outputLines(text).map(readDotted));
  const uptime = fields.get('system up time');
  return facts({
    hostname: fields.get('system name'),
    vendor: fields.get("manufacturer's name"),
    osVersion: fields.get('product version'),
    uptimeSeconds: uptime === undefined ? undefined : uptimeSeconds(uptime),
    chassisIds: [fields.get('burned-in mac address')],
  });
}

/** The label in lower case and the value, with dots between them; a line without dots has no value. */
function readDotted(line: string): [string, string] {
  const at = line.indexOf('..');
  if (at < 1) return ['', ''];
  const rest = line.slice(at).replace(/^\.{1,200}/, '');
  return [line.slice(0, at).trim().toLowerCase(), rest.trim()];
}
