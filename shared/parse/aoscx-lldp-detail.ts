import type { NeighborEntry } from '../model/neighbor.ts';
import { readFields, readLabel } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { splitCapabilities } from './split-capabilities.ts';
import { takeDescription } from './take-description.ts';

const PORT = /^\s{0,8}Port\s{0,40}: ?(\S{1,64})/i;
/** `Chassis-Name`, in 10.11 and later `System-Name`. */
const NAME = /^\s{0,8}Neighbor (?:Chassis|System)-Name\s{0,40}:/i;
const DESCRIPTION = /^\s{0,8}Neighbor (?:Chassis|System)-Description\s{0,40}: ?(.*)$/i;
const AFTER_DESCRIPTION = /^\s{0,8}Neighbor Chassis-ID\s{0,40}:/i;

const LABELS = {
  'neighbor chassis-name': 'remoteName',
  'neighbor system-name': 'remoteName',
  'neighbor chassis-id': 'chassisId',
  'chassis capabilities available': 'supported',
  'chassis capabilities enabled': 'enabled',
  'neighbor port-id': 'portId',
  'neighbor port-desc': 'portDescription',
} as const;

/**
 * `show lldp neighbor-info detail` of AOS-CX: a block of labels for each port (`Port  : 1/1/1`), in it one from
 * `Neighbor Chassis-Name` (or `System-Name`) on for each neighbor.
 */
export function parseAoscxLldpDetail(text: string): NeighborEntry[] {
  const ports = splitBlocks(outputLines(text), (line) => PORT.test(line));
  return neighborEntries(
    ports.flatMap((lines) => {
      const localPort = PORT.exec(lines[0] ?? '')?.[1];
      return splitBlocks(lines, (line) => NAME.test(line)).map((block) => readBlock(localPort, block));
    }),
  );
}

function readBlock(localPort: string | undefined, block: readonly string[]): RawEntry {
  const { rest, description } = takeDescription(block, DESCRIPTION, AFTER_DESCRIPTION);
  const fields = readFields(rest, LABELS);
  const addresses = rest.map(readLabel).filter((label) => label?.key === 'neighbor management-address');
  return {
    protocol: 'lldp',
    localPort,
    remoteName: fields.remoteName,
    portId: fields.portId,
    portDescription: fields.portDescription,
    addresses: addresses.map((label) => label?.value ?? ''),
    chassisId: fields.chassisId,
    capabilities: splitCapabilities(fields.enabled) ?? splitCapabilities(fields.supported) ?? [],
    description,
  };
}
