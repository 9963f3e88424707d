import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { readTable } from './table.ts';

const TITLES = {
  localPort: /Port\b/,
  chassisId: /Chassis ID/,
  portId: /Port Name/,
  remoteName: /Sys Name/,
  capabilities: /Cap\./,
  med: /\bTy\b/,
} as const;

/** `show lldp neighbors` of AlliedWare Plus: local ports without `port`, capabilities as `--B-R---`. */
export function parseAwplusLldpBrief(text: string): NeighborEntry[] {
  return neighborEntries(
    readTable(outputLines(text), TITLES).map((row) => ({
      protocol: 'lldp',
      localPort: row.localPort,
      remoteName: row.remoteName,
      portId: row.portId,
      chassisId: row.chassisId,
      capabilities: row.capabilities.match(/[A-Z]/g) ?? [],
    })),
  );
}
