import type { NeighborEntry } from '../model/neighbor.ts';
import { readLabel } from './labels.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { splitCapabilities } from './split-capabilities.ts';

const LABELS = {
  'chassis id': 'chassisId',
  'port id': 'portId',
  'system name': 'remoteName',
  'port description': 'portDescription',
  'system capabilities supported': 'supported',
  'system capabilities enabled': 'enabled',
} as const;
type Field = (typeof LABELS)[keyof typeof LABELS];

interface Block {
  readonly localPort: string | undefined;
  readonly fields: Partial<Record<Field, string>>;
  readonly description: string[];
  readonly addresses: string[];
}

/** What ends the system description, which may go on in the next lines. */
const AFTER_DESCRIPTION =
  /^\s{0,8}(?:Port Description|System Capabilities (?:Supported|Enabled)|Management Address|Time to Live)\s?:/i;

/**
 * `show lldp remote-device detail 0/7` of ICOS and FASTPATH: one `Local Interface:`, below it a `Remote Identifier:` for each
 * neighbor of that port, and its management addresses as `Type:` and `Address:`.
 */
export function parseIcosLldpDetail(text: string): NeighborEntry[] {
  const blocks: Block[] = [];
  let localPort: string | undefined;
  let inDescription = false;
  for (const line of outputLines(text)) {
    const labeled = readLabel(line);
    if (inDescription && !AFTER_DESCRIPTION.test(line) && !/^\s{0,8}Remote Identifier\s?:/i.test(line)) {
      blocks.at(-1)?.description.push(line.trim());
      continue;
    }
    inDescription = false;
    if (labeled === null) continue;
    const { key, value } = labeled;
    if (key === 'local interface') localPort = value;
    else if (key === 'remote identifier')
      blocks.push({ localPort, fields: {}, description: [], addresses: [] });
    const block = blocks.at(-1);
    if (block === undefined) continue;
    if (key === 'system description') {
      inDescription = true;
      block.description.push(value);
    } else if (key === 'address' || key === 'management address') block.addresses.push(value);
    else if (Object.hasOwn(LABELS, key)) block.fields[LABELS[key as keyof typeof LABELS]] ??= value;
  }
  return neighborEntries(blocks.map(readBlock));
}

function readBlock({ localPort, fields, description, addresses }: Block): RawEntry {
  const { supported, enabled, ...named } = fields;
  const capabilities = splitCapabilities(enabled) ?? splitCapabilities(supported) ?? [];
  return {
    protocol: 'lldp',
    localPort,
    ...named,
    addresses,
    capabilities,
    description: description.join('\n').trim(),
  };
}
