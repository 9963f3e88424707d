import type { NeighborEntry } from '../model/neighbor.ts';
import { readDottedBlock } from './dotted.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { splitCapabilities } from './split-capabilities.ts';

const LOCAL = /^\s{0,8}Local (\S{1,60}):$/i;
const ENTRY = /^\s{0,8}Chassis ID Type \.{3}/i;

interface Block {
  readonly localPort: string | null;
  readonly lines: string[];
}

/**
 * `show lldp neighbors detail` of AlliedWare Plus: `Local port1.0.1:`, then labels with dots before the values. An entry
 * begins with `Chassis ID Type`, of which a port may have several.
 */
export function parseAwplusLldpDetail(text: string): NeighborEntry[] {
  const blocks: Block[] = [];
  let localPort: string | null = null;
  for (const line of outputLines(text)) {
    const local = LOCAL.exec(line);
    if (local) localPort = local[1] ?? null;
    else if (ENTRY.test(line)) blocks.push({ localPort, lines: [line] });
    else blocks.at(-1)?.lines.push(line);
  }
  return neighborEntries(blocks.map(readBlock));
}

function readBlock({ localPort, lines }: Block): RawEntry {
  const fields = new Map<string, string>();
  let group = '';
  for (const { key, value } of readDottedBlock(lines)) {
    // `System Capabilities - Supported .. Bridge, Router`, in the next line `- Enabled .... Bridge`.
    const [head = '', sub] = key.split(' - ');
    const isSub = key === 'supported' || key === 'enabled' || key === 'vids';
    if (!isSub) group = head;
    const name = isSub ? `${group} - ${key}` : sub === undefined ? head : `${head} - ${sub}`;
    if (!fields.has(name)) fields.set(name, value);
  }
  return {
    protocol: 'lldp',
    localPort,
    remoteName: fields.get('system name'),
    portId: fields.get('port id'),
    portDescription: fields.get('port description'),
    addresses: [fields.get('management addresses') ?? ''],
    chassisId: fields.get('chassis id'),
    platform: fields.get('model name'),
    capabilities:
      splitCapabilities(fields.get('system capabilities - enabled')) ??
      splitCapabilities(fields.get('system capabilities - supported')) ??
      [],
    description: fields.get('system description'),
  };
}
