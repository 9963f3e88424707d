import type { NeighborEntry } from '../model/neighbor.ts';
import { readLabel } from './labels.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { splitCapabilities } from './split-capabilities.ts';

const LOCAL = /^\s{0,8}Local port\s?: ?(\S{1,60})/i;
/** `  Neighbor: 0012.f2f0.2377, TTL 101 seconds`, of which a port may have several. */
const ENTRY = /^\s{0,8}Neighbor\s?: ?\S{1,80}, ?TTL\b/i;

interface Block {
  readonly localPort: string | null;
  readonly lines: string[];
}

/**
 * `show lldp neighbors detail` of FastIron and NetIron: `    + Chassis ID (MAC address): 0012.f2f0.2360`. The type in
 * brackets is no part of the label. Texts stand in quotes; long ones end with `\` and go on in the next line.
 */
export function parseBrocadeLldpDetail(text: string): NeighborEntry[] {
  const blocks: Block[] = [];
  let localPort: string | null = null;
  for (const line of joinContinued(outputLines(text))) {
    const local = LOCAL.exec(line);
    if (local) localPort = local[1] ?? null;
    else if (ENTRY.test(line)) blocks.push({ localPort, lines: [] });
    else blocks.at(-1)?.lines.push(line);
  }
  return neighborEntries(blocks.map(readBlock));
}

/** Lines that end with `\`, and lists that end with a comma, go on in the next line. */
function joinContinued(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    const last = joined.at(-1) ?? '';
    if (goesOn)
      joined[joined.length - 1] = `${last.replace(/\\$/, '')}${last.endsWith(',') ? ' ' : ''}${line.trim()}`;
    else joined.push(line);
    goesOn = /[\\,]$/.test(line) && last.length < 4096;
  }
  return joined;
}

function readBlock({ localPort, lines }: Block): RawEntry {
  const fields = new Map<string, string>();
  const addresses: string[] = [];
  for (const line of lines) {
    const labeled = readLabel(line.replace(/^\s{0,12}\+ /, ''));
    if (labeled === null) continue;
    const key = labeled.key.replace(/ ?\([^()]{1,40}\)$/, '');
    if (key === 'management address') addresses.push(labeled.value);
    else if (!fields.has(key)) fields.set(key, labeled.value);
  }
  return {
    protocol: 'lldp',
    localPort,
    remoteName: fields.get('system name'),
    portId: fields.get('port id'),
    portDescription: fields.get('port description'),
    addresses,
    chassisId: fields.get('chassis id'),
    platform: fields.get('med model name') ?? fields.get('model name'),
    capabilities:
      splitCapabilities(fields.get('enabled capabilities')) ??
      splitCapabilities(fields.get('system capabilities')) ??
      [],
    description: fields.get('system description'),
  };
}
