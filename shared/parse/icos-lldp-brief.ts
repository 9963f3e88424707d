import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { readTable } from './table.ts';

const TITLES = {
  localPort: /Interface/i,
  remoteId: /RemID/i,
  chassisId: /Chassis ID/i,
  portId: /Port ID/i,
  remoteName: /System Name/i,
} as const;

/**
 * `show lldp remote-device all` of ICOS: lists ports without a neighbor too, cuts names with ` ...`, and leaves the port
 * out for its further neighbors.
 */
export function parseIcosLldpBrief(text: string): NeighborEntry[] {
  // A port without a neighbor has one cell, which would otherwise be taken for the beginning of the next row.
  const lines = outputLines(text).filter((line) => !/^\s{0,4}\S{1,20}$/.test(line));
  let port = '';
  return neighborEntries(
    readTable(lines, TITLES).map((row) => {
      port = row.localPort === '' ? port : row.localPort;
      const remoteName = row.remoteName.replace(/ ?\.{3}$/, '');
      return { protocol: 'lldp', localPort: port, remoteName, portId: row.portId, chassisId: row.chassisId };
    }),
  );
}
