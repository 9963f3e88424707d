import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { readTable } from './table.ts';

const TITLES = {
  localPort: /LOCAL-PORT/i,
  chassisId: /CHASSIS-ID/i,
  portId: /PORT-ID/i,
  portDescription: /PORT-DESC/i,
  ttl: /TTL/,
  remoteName: /SYS-NAME/i,
} as const;

/** `show lldp neighbor-info` of AOS-CX: `1/1/1       70:3a:0e:cd:41:fe  70:3a:0e:cd:41:fe  eth0  120   ap-1`. */
export function parseAoscxLldpBrief(text: string): NeighborEntry[] {
  const rows = readTable(outputLines(text), TITLES).filter(({ ttl }) => /^\d{1,6}$/.test(ttl));
  return neighborEntries(
    rows.map(({ localPort, chassisId, portId, portDescription, remoteName }) => ({
      protocol: 'lldp',
      localPort,
      chassisId,
      portId,
      portDescription,
      remoteName,
    })),
  );
}
