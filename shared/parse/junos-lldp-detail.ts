import type { NeighborEntry } from '../model/neighbor.ts';
import { readFields, readLabel } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { stated } from './stated.ts';
import { takeDescription } from './take-description.ts';

const START = /^\s{0,8}(?:LLDP Neighbor Information|Local Information)\s{0,4}:/i;
const LOCAL = /^\s{0,8}Local Interface\s{0,40}:/i;
const REMOTE = /^\s{0,8}(?:Neighbou?r Information\s{0,4}:|Chassis type\s{0,40}:)/i;
const DESCRIPTION = /^\s{0,8}System Description\s{0,40}:(.*)$/i;
const AFTER_DESCRIPTION =
  /^\s{0,8}(?:System capabilities|Management (?:address|info)|Media endpoint|Organization)/i;

const LABELS = {
  'local interface': 'localPort',
  'chassis id': 'chassisId',
  'port id': 'portId',
  'port description': 'portDescription',
  'system name': 'remoteName',
  supported: 'supported',
  enabled: 'enabled',
  'device model': 'model',
} as const;

/**
 * `show lldp neighbors interface ge-0/0/1` of Junos, the only text in which it tells management addresses: for each
 * neighbor local information, then the neighbor's from `Neighbour Information:` on.
 */
export function parseJunosLldpDetail(text: string): NeighborEntry[] {
  const blocks = splitBlocks(
    outputLines(text),
    (line, block) =>
      START.test(line) && (block.length === 0 || block.some((earlier) => REMOTE.test(earlier))),
  );
  return neighborEntries(blocks.filter((block) => block.some((line) => LOCAL.test(line))).map(readBlock));
}

function readBlock(lines: readonly string[]): RawEntry {
  const { rest, description } = takeDescription(lines, DESCRIPTION, AFTER_DESCRIPTION);
  const fields = readFields(rest, LABELS);
  return {
    protocol: 'lldp',
    localPort: fields.localPort,
    remoteName: fields.remoteName,
    portId: fields.portId,
    portDescription: fields.portDescription,
    addresses: rest
      .map(readLabel)
      .filter((label) => label?.key === 'address' || label?.key === 'management address')
      .map((label) => label?.value ?? ''),
    chassisId: fields.chassisId,
    platform: fields.model,
    capabilities: words(fields.enabled) ?? words(fields.supported) ?? [],
    description: description.trim(),
  };
}

/** `Bridge Router`, parted by blanks; two have a blank in them. */
function words(text: string | undefined): string[] | undefined {
  const value = stated(text);
  return value === null ? undefined : (value.match(/WLAN Access Point|Station Only|[^\s,]+/gi) ?? []);
}
