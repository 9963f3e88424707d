import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { takeDescription } from './take-description.ts';

/** Release 6 `Remote LLDP Agents on Local Slot/Port 1/1:`, release 8 `Remote LLDP nearest-bridge Agents on Local Port 1/1/1:`. */
const LOCAL = /^\s{0,8}Remote LLDP .{0,40}\bAgents on Local (?:Slot\/)?Port (\S{1,40}?):?$/i;
const ENTRY = /^\s{0,12}Chassis (\S.{0,255}), Port (.{0,255}?):?$/;
const FIELD = /^\s{0,16}([A-Z][^=]{1,40}?)\s{0,40}=(.*)$/;
const DESCRIPTION = /^\s{0,16}System Description\s{0,40}=(.*)$/;
const AFTER_DESCRIPTION = /^\s{0,16}(?:Capabilities|Management|Remote|MED|Vlan|Mau|Protocol)\b[^=]{0,40}=/;
const NO_CAPABILITIES = /^none\b/i;

interface Block {
  readonly localPort: string | null;
  readonly chassisId: string;
  readonly portId: string;
  readonly lines: string[];
}

/** `show lldp remote-system` of AOS 6 and 8: a local port, then an entry for each `Chassis ..., Port ...:`. */
export function parseAosLldp(text: string): NeighborEntry[] {
  const blocks: Block[] = [];
  let localPort: string | null = null;
  for (const line of outputLines(text)) {
    const local = LOCAL.exec(line);
    const entry = ENTRY.exec(line);
    if (local) localPort = local[1] ?? null;
    else if (entry) blocks.push({ localPort, chassisId: entry[1] ?? '', portId: entry[2] ?? '', lines: [] });
    else blocks.at(-1)?.lines.push(line);
  }
  return neighborEntries(blocks.map(readBlock));
}

function readBlock({ localPort, chassisId, portId, lines }: Block): RawEntry {
  const { description, rest } = takeDescription(lines, DESCRIPTION, AFTER_DESCRIPTION);
  const fields = new Map<string, string>();
  const addresses: string[] = [];
  for (const line of rest) {
    const found = FIELD.exec(line);
    const key = found?.[1]?.toLowerCase() ?? '';
    const value = found?.[2]?.trim().replace(/,$/, '') ?? '';
    if (/^management ip(?:v[46])? address/.test(key)) addresses.push(value);
    else if (found && !fields.has(key)) fields.set(key, value);
  }
  return {
    protocol: 'lldp',
    localPort,
    remoteName: fields.get('system name'),
    portId,
    portDescription: fields.get('port description'),
    addresses,
    chassisId,
    platform: fields.get('med model name'),
    capabilities: capabilities(
      fields.get('capabilities enabled') ?? fields.get('capabilities supported') ?? '',
    ),
    description: description.replace(/,$/, ''),
  };
}

/** `Bridge WLAN AP Router`: blanks part them, and two have a blank in them. `none enabled` is none. */
const capabilities = (text: string): string[] =>
  NO_CAPABILITIES.test(text) ? [] : (text.match(/WLAN AP|Station Only|[^\s,]+/gi) ?? []);
