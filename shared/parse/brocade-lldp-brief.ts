import type { NeighborEntry } from '../model/neighbor.ts';
import { parseCiscoLldpBrief } from './cisco-lldp-brief.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { readTable } from './table.ts';

const TITLES = {
  localPort: /Lcl Port/i,
  chassisId: /Chassis ID/i,
  portId: /Port ID/i,
  portDescription: /Port Desc/i,
  remoteName: /System Name/i,
} as const;

/**
 * `show lldp neighbors` of FastIron and NetIron: `Lcl Port Chassis ID      Port ID         Port Description  System Name`,
 * or the listing of Cisco (`Device ID  Local Intf  Hold-time  Capability  Port ID`).
 */
export function parseBrocadeLldpBrief(text: string): NeighborEntry[] {
  const lines = outputLines(text);
  if (!lines.some((line) => TITLES.localPort.test(line))) return parseCiscoLldpBrief(text);
  return neighborEntries(readTable(lines, TITLES).map((row) => ({ ...row, protocol: 'lldp' })));
}
