import type { Facts } from '../model/device.ts';
import { facts } from './facts.ts';
import { allMatches, firstMatch, outputLines } from './lines.ts';

/** `S5735-L24T4X-A1's Device status:`, a line for each member of a stack in newer releases. */
const NAMED = /^\s{0,8}([A-Z][\w-]{2,40})'s Device status/i;

/** `display device` of VRP states the model. */
export function parseVrpDevice(text: string): Facts {
  return facts({ model: firstMatch(outputLines(text), NAMED)?.[1] });
}

/** `display device manufacture-info` of VRP: `0     -    2102351931P0J1000123  2018-01-10`, a row for each member, cards with a number for the dash. */
export function parseVrpManufactureInfo(text: string): Facts {
  const row = /^\s{0,4}\d{1,3}\s{1,20}-{1,2}\s{1,20}([A-Z\d]{10,40})\s{1,20}\d{4}-\d{1,2}-\d{1,2}/i;
  return facts({ serials: allMatches(outputLines(text), row) });
}
