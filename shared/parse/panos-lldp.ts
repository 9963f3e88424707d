import type { NeighborEntry } from '../model/neighbor.ts';
import { readFields, readLabel } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { splitCapabilities } from './split-capabilities.ts';
import { takeDescription } from './take-description.ts';

const DESCRIPTION = /^\s{0,16}System description: ?(.*)$/i;
const AFTER_DESCRIPTION = /^\s{0,16}System capabilities:/i;

const LABELS = {
  'chassis id': 'chassisId',
  'port id': 'portId',
  'port description': 'portDescription',
  'system name': 'remoteName',
  supported: 'supported',
  enabled: 'enabled',
} as const;

/**
 * `show lldp neighbors all` of PAN-OS: for each port `Local information:` with `Local interface: ethernet1/15`, then
 * `Neighbor information:` with one group from `Chassis type:` on for each neighbor.
 */
export function parsePanosLldp(text: string): NeighborEntry[] {
  const ports = splitBlocks(outputLines(text), (line) => /^\s{0,16}Local information:/i.test(line));
  return neighborEntries(
    ports.flatMap((lines) => {
      const { localPort } = readFields(lines, { 'local interface': 'localPort' });
      const groups = splitBlocks(lines, (line) => /^\s{0,16}Chassis type:/i.test(line));
      return groups.map((group) => readGroup(localPort, group));
    }),
  );
}

function readGroup(localPort: string | undefined, group: readonly string[]): RawEntry {
  const { rest, description } = takeDescription(group, DESCRIPTION, AFTER_DESCRIPTION);
  const fields = readFields(rest, LABELS);
  const addresses = rest.map(readLabel).filter((label) => label?.key === 'management address');
  return {
    protocol: 'lldp',
    localPort,
    remoteName: fields.remoteName,
    portId: fields.portId,
    portDescription: fields.portDescription,
    addresses: addresses.map((label) => label?.value ?? ''),
    chassisId: fields.chassisId,
    // `B, R,`
    capabilities: splitCapabilities(fields.enabled) ?? splitCapabilities(fields.supported) ?? [],
    description,
  };
}
