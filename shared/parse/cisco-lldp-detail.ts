import type { NeighborEntry } from '../model/neighbor.ts';
import { readFields, readLabel } from './labels.ts';
import { isRule, outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { stated } from './stated.ts';

const LOCAL = /^\s{0,8}Local (?:Intf|Interface)\s?:/i;
const CHASSIS = /^\s{0,8}Chassis id\s?(?::|- not)/i;
/** What ends the system description, which may hold any line, labels included. */
const AFTER_DESCRIPTION =
  /^\s{0,8}(?:time remaining|hold ?time|system capabilities|enabled capabilities|management address)/i;

const LABELS = {
  'local intf': 'localPort',
  'local interface': 'localPort',
  'local port id': 'localPort',
  'chassis id': 'chassisId',
  'port id': 'portId',
  'port description': 'portDescription',
  'system name': 'remoteName',
  'system capabilities': 'supported',
  'enabled capabilities': 'enabled',
  model: 'model',
} as const;

/**
 * `show lldp neighbors detail` of IOS, IOS-XE, NX-OS and IOS-XR. An entry begins with `Local Intf:` or, in old IOS
 * (which prints no local port) and NX-OS (which prints `Local Port id:` third), with `Chassis id:`.
 */
export function parseCiscoLldpDetail(text: string): NeighborEntry[] {
  const blocks = splitBlocks(outputLines(text), isStart);
  return neighborEntries(blocks.map(readBlock));
}

function isStart(line: string, block: readonly string[]): boolean {
  if (LOCAL.test(line)) return true;
  return CHASSIS.test(line) && !(block.length < 4 && LOCAL.test(block[0] ?? ''));
}

function readBlock(lines: readonly string[]): RawEntry {
  const { description, rest } = takeDescription(lines);
  const fields = readFields(rest, LABELS);
  return {
    protocol: 'lldp',
    localPort: fields.localPort,
    remoteName: fields.remoteName,
    portId: fields.portId,
    portDescription: fields.portDescription,
    addresses: rest.map(addressOf).filter((address) => address !== null),
    chassisId: fields.chassisId,
    platform: fields.model,
    capabilities: readLetters(fields.enabled) ?? readLetters(fields.supported) ?? [],
    description,
  };
}

/** `    IP: 172.16.1.1`, `    IPV6: 2001::1` (IOS), `  IPv4 address: x` (XR), `Management Address IPV6: x` (NX-OS). */
function addressOf(line: string): string | null {
  const labeled = readLabel(line);
  const isAddress =
    labeled !== null &&
    /^(?:ip(?:v[46])?(?: address)?|management address(?:es)?(?: ipv[46])?)$/.test(labeled.key);
  return isAddress ? labeled.value : null;
}

function takeDescription(lines: readonly string[]): { description: string; rest: string[] } {
  const description: string[] = [];
  const rest: string[] = [];
  let inside = false;
  for (const line of lines) {
    const begins = /^\s{0,8}System Description\s?:\s?(.*)$/i.exec(line);
    if (inside && AFTER_DESCRIPTION.test(line)) inside = false;
    if (!inside && begins) {
      inside = true;
      description.push(begins[1] ?? '');
    } else if (inside) description.push(line);
    else if (!isRule(line)) rest.push(line);
  }
  return { description: description.join('\n'), rest };
}

/** `B,R`, `B, R`, `Bridge Router`: undefined where nothing is stated. */
function readLetters(text: string | undefined): string[] | undefined {
  const value = stated(text);
  return value === null ? undefined : value.split(/[\s,]+/).filter(Boolean);
}
