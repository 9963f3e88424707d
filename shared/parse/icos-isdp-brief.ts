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
    readTable(outputLines(text), TITLES).map((row) => ({
      protocol: 'cdp',
      localPort: row.localPort,
      remoteName: withoutSerial(row.deviceId),
      portId: row.portId,
      platform: row.platform,
      capabilities: row.capabilities.split(/\s+/).filter(Boolean),
    })),
  );
}
