import type { NeighborEntry } from '../model/neighbor.ts';
import { readFields, readLabel } from './labels.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { stated } from './stated.ts';
import { takeDescription } from './take-description.ts';

/** Comware: `LLDP neighbor-information of port 1[Ten-GigabitEthernet1/0/1]:`, and the same of CDP. */
const COMWARE_PORT = /^\s{0,8}(LLDP|CDP) neighbor-information of port \d{1,6}\s?\[([^\]\n]{1,80})\]/i;
/** VRP: `GigabitEthernet0/0/1 has 1 neighbors:`, `GE1/0/26 has 0 neighbor(s)`. */
const VRP_PORT = /^\s{0,8}(\S{1,80}) has \d{1,6} neighbors?(?:\(s\))?/i;
/** `LLDP neighbor index : 1`, `CDP neighbor index : 1`, in Comware 5 also ` Neighbor 1:`. */
const ENTRY = /^\s{0,8}(?:(?:LLDP |CDP )?neighbor index\s{0,40}:|Neighbor \d{1,6}\s?:$)/i;
const DESCRIPTION = /^\s{0,8}System description\s{0,40}:(.*)$/i;
const AFTER_DESCRIPTION =
  /^\s{0,8}(?:system capabilities|management address|port (?:and protocol )?vlan|oid|expired time|vlan name|protocol identity|link aggregation|auto-negotiation|opermau|power |pse |maximum frame|unknown |med |device class|dcbx)[^:]{0,60}:/i;

const LABELS = {
  'chassis id': 'chassisId',
  'chassisid/subtype': 'chassisAndType',
  'port id': 'portId',
  'portid/subtype': 'portAndType',
  'port description': 'portDescription',
  'system name': 'remoteName',
  'system capabilities supported': 'supported',
  'system capabilities enabled': 'enabled',
  capabilities: 'enabled',
  'model name': 'model',
  platform: 'platform',
} as const;

interface Block {
  readonly protocol: 'cdp' | 'lldp';
  readonly localPort: string | null;
  readonly lines: string[];
}

/**
 * `display lldp neighbor-information verbose` (and without `verbose`, in short) of Comware, `display lldp neighbor` of
 * VRP: a port, then an entry for each `neighbor index`. Comware parts capabilities with commas, VRP with blanks.
 */
export function parseComwareLldp(text: string): NeighborEntry[] {
  return neighborEntries(readBlocks(outputLines(text)).map(readBlock));
}

function readBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let port: Pick<Block, 'protocol' | 'localPort'> = { protocol: 'lldp', localPort: null };
  let block: Block | null = null;
  for (const line of lines) {
    const comware = COMWARE_PORT.exec(line);
    const local = comware?.[2] ?? VRP_PORT.exec(line)?.[1];
    if (local !== undefined) {
      port = { protocol: comware?.[1]?.toLowerCase() === 'cdp' ? 'cdp' : 'lldp', localPort: local };
      block = null;
    } else if (ENTRY.test(line)) {
      block = { ...port, lines: [] };
      blocks.push(block);
    } else block?.lines.push(line);
  }
  return blocks;
}

function readBlock({ protocol, localPort, lines }: Block): RawEntry {
  const { description, rest } = takeDescription(lines, DESCRIPTION, AFTER_DESCRIPTION);
  const fields = readFields(rest, LABELS);
  // CDP has no system name: its device id stands in the place of the chassis id.
  const deviceId = protocol === 'cdp' ? fields.chassisId : undefined;
  return {
    protocol,
    localPort,
    remoteName: fields.remoteName ?? deviceId,
    portId: fields.portId ?? withoutType(fields.portAndType),
    portDescription: fields.portDescription,
    addresses: rest.map((line) => addressOf(protocol, line)).filter((address) => address !== null),
    chassisId: protocol === 'cdp' ? null : (fields.chassisId ?? withoutType(fields.chassisAndType)),
    platform: fields.platform ?? fields.model,
    capabilities: capabilities(fields.enabled) ?? capabilities(fields.supported) ?? [],
    description,
  };
}

/** `Management address                : 10.6.5.4` (Comware; of CDP `Address`), `Management address value :169.254.1.2` (VRP). */
function addressOf(protocol: Block['protocol'], line: string): string | null {
  const labeled = readLabel(line);
  if (protocol === 'cdp' && labeled?.key === 'address') return labeled.value;
  return labeled !== null && /^management address(?:es| value)?$/.test(labeled.key)
    ? labeled.value.replace(/^ipv[46]\s?:/i, '')
    : null;
}

/** `0011-2233-4400/MAC address`: what stands before the last slash; a port id may hold slashes of its own. */
function withoutType(value: string | undefined): string | undefined {
  const slash = value?.lastIndexOf('/') ?? -1;
  return slash > 0 ? value?.slice(0, slash).trim() : value;
}

function capabilities(text: string | undefined): string[] | undefined {
  const value = stated(text);
  if (value === null) return undefined;
  const parts = value.split(
    value.includes(',') || value === 'Customer Bridge' || value === 'Service Bridge' ? ',' : /\s+/,
  );
  return parts.map((part) => part.trim()).filter(Boolean);
}
