import type { NeighborEntry } from '../model/neighbor.ts';
import { readFields, readLabel } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { splitCapabilities } from './split-capabilities.ts';

const PORT = /^\s{0,8}Interface (\S{1,64}) detected \d{1,6} LLDP neighbors/i;
const NEIGHBOR = /^\s{0,8}Neighbor \S[^\n]{0,300}, age \d/;
/** What other organizations define has a `Port ID` of its own, that of the link aggregation. */
const FOREIGN = /^\s{0,12}- (?:IEEE ?802|LLDP-MED|Unknown|\S{1,40} organizationally)/i;
const SECTION = /^\s{0,12}- \S/;

const LABELS = {
  'chassis id': 'chassisId',
  'port id': 'portId',
  'port description': 'portDescription',
  'system name': 'remoteName',
  'system capabilities': 'supported',
  'enabled capabilities': 'enabled',
} as const;

/**
 * `show lldp neighbors detail` of EOS: `Interface Ethernet1 detected 1 LLDP neighbors:`, then for each neighbor
 * `Neighbor 2cc2.6081.eaf9/"Ethernet1", age 12 seconds` and sections that begin with `- `.
 */
export function parseAristaLldpDetail(text: string): NeighborEntry[] {
  const ports = splitBlocks(outputLines(text), (line) => PORT.test(line));
  return neighborEntries(
    ports.flatMap((lines) => {
      const localPort = PORT.exec(lines[0] ?? '')?.[1];
      return splitBlocks(lines, (line) => NEIGHBOR.test(line)).map((block) => readBlock(localPort, block));
    }),
  );
}

function readBlock(localPort: string | undefined, block: readonly string[]): RawEntry {
  const { own, description } = splitSections(block);
  const fields = readFields(own, LABELS);
  const labeled = own.map(readLabel).filter((label) => label?.key === 'management address');
  return {
    protocol: 'lldp',
    localPort,
    remoteName: fields.remoteName,
    portId: fields.portId,
    portDescription: fields.portDescription,
    addresses: labeled.map((label) => label?.value ?? ''),
    chassisId: fields.chassisId,
    capabilities: splitCapabilities(fields.enabled) ?? splitCapabilities(fields.supported) ?? [],
    description,
  };
}

/** The lines of LLDP's own sections without their dash; the system description may have any lines, in quotes. */
function splitSections(block: readonly string[]): { own: string[]; description: string } {
  const own: string[] = [];
  const description: string[] = [];
  let inside: 'own' | 'foreign' | 'description' = 'own';
  for (const line of block.slice(1)) {
    const described = /^\s{0,12}- System Description\s{0,40}: ?(.*)$/i.exec(line);
    if (described) {
      inside = 'description';
      description.push(described[1] ?? '');
    } else if (inside === 'description' && isOpen(description)) description.push(line.trim());
    else {
      if (SECTION.test(line)) inside = FOREIGN.test(line) ? 'foreign' : 'own';
      if (inside === 'own') own.push(line.replace(/^\s{0,12}- /, ''));
    }
  }
  return { own, description: description.join('\n') };
}

/** Begun with a quote, and no line so far ends with one. */
function isOpen(description: readonly string[]): boolean {
  const first = description[0] ?? '';
  if (!first.startsWith('"')) return false;
  return description.length > 1
    ? !description.at(-1)?.endsWith('"')
    : first.length < 2 || !first.endsWith('"');
}
