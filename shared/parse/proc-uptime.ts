import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { outputLines } from './lines.ts';

/** `cat /proc/uptime`: seconds since boot, then idle seconds (`350735.47 234388.90`). */
export function parseProcUptime(text: string): Facts {
  const seconds = /^(\d{1,12})(?:\.\d{1,6})? \d/.exec(outputLines(text)[0]?.trim() ?? '')?.[1];
  return facts({ uptimeSeconds: seconds === undefined ? undefined : Number(seconds) });
}
