import type { NeighborEntry } from '../model/neighbor.ts';
import { joinWrapped } from './join-wrapped.ts';
import { readFields, readLabel } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { readTable } from './table.ts';
import { withoutSerial } from './without-serial.ts';

const LABELS = {
  port: 'localPort',
  'device id': 'deviceId',
  platform: 'platform',
  capability: 'capabilities',
  'device port': 'portId',
  version: 'version',
} as const;
const MAC = /^[0-9a-f]{2}(?:[ :-]?[0-9a-f]{2}){2}[ :-]?[0-9a-f]{2}(?:[ :-]?[0-9a-f]{2}){2}$/i;

/** `show cdp neighbors detail` of ProCurve: a block from each `Port :` to the next. */
export function parseProcurveCdpDetail(text: string): NeighborEntry[] {
  const blocks = splitBlocks(joinWrapped(outputLines(text)), (line) => /^\s{0,8}Port\s{0,20}:/i.test(line));
  return neighborEntries(blocks.map(readBlock));
}

function readBlock(lines: readonly string[]): RawEntry {
  const fields = readFields(lines, LABELS);
  return {
    protocol: 'cdp',
    localPort: fields.localPort,
    ...readDeviceId(fields.deviceId ?? ''),
    portId: fields.portId,
    addresses: lines.map(addressOf).filter((address) => address !== null),
    platform: fields.platform,
    capabilities: fields.capabilities?.split(/[\s,]+/).filter(Boolean) ?? [],
    description: fields.version,
  };
}

/** `Address      : 10.11.11.16`; also `Unsupported format`. */
function addressOf(line: string): string | null {
  const labeled = readLabel(line);
  return labeled?.key === 'address' ? labeled.value : null;
}

/** A device without a name sends its MAC address as its id. */
const readDeviceId = (deviceId: string): Pick<RawEntry, 'remoteName' | 'chassisId'> => ({
  remoteName: withoutSerial(deviceId),
  chassisId: MAC.test(deviceId) ? deviceId : null,
});

const TITLES = {
  localPort: /Port\b/i,
  deviceId: /Device ID/i,
  platform: /Platform/i,
  capabilities: /Capability/i,
} as const;

/** `show cdp neighbors` of ProCurve, which does not say the port of the neighbor. */
export function parseProcurveCdpBrief(text: string): NeighborEntry[] {
  return neighborEntries(
    readTable(outputLines(text), TITLES).map((row) => ({
      protocol: 'cdp',
      localPort: row.localPort,
      ...readDeviceId(row.deviceId),
      platform: row.platform,
      capabilities: row.capabilities.split(/[\s,]+/).filter(Boolean),
    })),
  );
}
