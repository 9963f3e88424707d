import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { readTable } from './table.ts';

const TITLES = {
  localPort: /LocalPort/i,
  remoteName: /RemoteDevice/i,
  portId: /RemotePortID/i,
  capabilities: /Capability(?! codes)/i,
  portDescription: /RemotePortDescr/i,
} as const;

/** `show lldp table` of OcNOS and SONiC: capabilities as letters without blanks between them. */
export function parseLldpTable(text: string): NeighborEntry[] {
  const lines = outputLines(text).filter((line) => !/^\s{0,8}(?:Capability codes|Total entries)/i.test(line));
  return neighborEntries(
    readTable(lines, TITLES).map((row) => ({
      ...row,
      protocol: 'lldp',
      capabilities: row.capabilities.match(/[A-Z]/gi) ?? [],
    })),
  );
}
