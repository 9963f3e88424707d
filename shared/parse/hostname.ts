import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { outputLines } from './lines.ts';

/** `show hostname` (NX-OS), `uname -n`, `hostname`: a name and nothing else. */
export function parseHostname(text: string): Facts {
  return facts({ hostname: /^\s{0,8}(\S{1,255})\s{0,8}$/.exec(outputLines(text)[0] ?? '')?.[1] });
}
