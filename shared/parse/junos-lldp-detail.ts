import type { NeighborEntry } from '../model/neighbor.ts';
import { readLabel } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { capabilityWords } from './capability-words.ts';

const LABELS = {
  'local interface': 'localPort',
  'chassis id': 'chassisId',
  'port id': 'portId',
  'port description': 'portDescription',
  'system name': 'remoteName',
} as const;
type Field = (typeof LABELS)[keyof typeof LABELS];

type Section = 'local' | 'neighbor' | 'description' | 'capabilities' | 'management';

/** `Neighbour Information:`, spelled either way; `Local Information:` stands above it, and has a `Local Port ID`. */
const SECTIONS: readonly (readonly [RegExp, Section])[] = [
  [/^\s{0,8}Neighbou?r Information:?$/i, 'neighbor'],
  [/^\s{0,8}System Description\s{0,8}:/i, 'description'],
  [/^\s{0,8}System capabilities\s{0,8}:?$/i, 'capabilities'],
  [/^\s{0,8}Management (?:Info|Address)(?:rmation)?\s{0,8}:?$/i, 'management'],
];
/** What ends the system description, which may hold any line. */
const AFTER_DESCRIPTION =
  /^\s{0,8}(?:System capabilities|Management (?:Info|Address)|Media endpoint|Organization Info)/i;

/**
 * `show lldp neighbors interface ge-0/0/1` of Junos, and `show lldp neighbors detail` of releases that have it: an entry begins
 * with `LLDP Neighbor Information:`. Below `Management Info`, `Port ID` is an index of the address and no port.
 */
export function parseJunosLldpDetail(text: string): NeighborEntry[] {
  const blocks = splitBlocks(outputLines(text), (line) => /^\s{0,8}LLDP Neighbor Information:?$/i.test(line));
  return neighborEntries(blocks.map(readBlock));
}

function readBlock(lines: readonly string[]): RawEntry {
  const fields: Partial<Record<Field, string>> = {};
  const description: string[] = [];
  const addresses: string[] = [];
  let capabilities: string[] = [];
  let section: Section = 'local';
  for (const line of lines) {
    if (section === 'description' && !AFTER_DESCRIPTION.test(line)) {
      description.push(line.trim());
      continue;
    }
    const next = SECTIONS.find(([title]) => title.test(line))?.[1];
    section = next ?? section;
    const labeled = readLabel(line);
    if (labeled === null) continue;
    const { key, value } = labeled;
    if (next === 'description') description.push(value);
    else if (section === 'management' && key === 'address') addresses.push(value);
    else if (
      section === 'capabilities' &&
      (key === 'enabled' || (key === 'supported' && capabilities.length === 0))
    ) {
      capabilities = capabilityWords(value);
    } else if (Object.hasOwn(LABELS, key) && section !== 'management') {
      const field = LABELS[key as keyof typeof LABELS];
      if (section === 'neighbor' || field === 'localPort') fields[field] ??= value;
    }
  }
  return { protocol: 'lldp', ...fields, addresses, capabilities, description: description.join('\n').trim() };
}
