import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { allMatches, outputLines } from './lines.ts';

/** `display esn` and `display sn` of VRP: `ESN of slot 0: 21023523...`, `ESN of device: ...`, a line for each member. */
export function parseVrpEsn(text: string): Facts {
  return facts({ serials: allMatches(outputLines(text), /^\s{0,8}E?SN\b[^:]{0,40}:\s{0,8}(\w{6,40})/i) });
}
