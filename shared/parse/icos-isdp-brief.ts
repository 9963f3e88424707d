import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { readTable } from './table.ts';
import { withoutSerial } from './without-serial.ts';

const TITLES = {
  deviceId: /Device ID/i,
  localPort: /\bIntf\b/i,
  holdTime: /Hold ?time/i,
  capabilities: /Capability(?! Codes)/i,
  platform: /Platform/i,
  portId: /Port ID/i,
} as const;

/** `show isdp neighbors` of ICOS (CDP under another name): platforms and ports are cut at their columns. */
export function parseIcosIsdpBrief(text: string): NeighborEntry[] {
  return neighborEntries(
    readTable(outputLines(text).map(bindBlanks), TITLES).map((row) => ({
      protocol: 'cdp',
      localPort: row.localPort,
      remoteName: withoutSerial(row.deviceId),
      portId: row.portId,
      platform: row.platform.replace(/^cisco,/i, (name) => name.replace(',', ' ')),
      capabilities: row.capabilities.split(/[\s,]+/).filter(Boolean),
    })),
  );
}

/** Makes one word of `T B I` and of `cisco AIR-CAP270`, without moving what follows: for rows whose blanks were squeezed. */
const bindBlanks = (line: string): string =>
  line
    .replace(/(?<=\s)[A-Za-z](?: [A-Za-z]){1,8}(?=\s)/, (letters) => letters.replaceAll(' ', ','))
    .replace(/\scisco (?=\S)/i, (name) => name.replace(/ $/, ','));
