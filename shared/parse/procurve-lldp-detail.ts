import type { NeighborEntry } from '../model/neighbor.ts';
import { joinWrapped } from './join-wrapped.ts';
import { readFields, readLabel } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { splitCapabilities } from './split-capabilities.ts';

const LABELS = {
  'local port': 'localPort',
  chassisid: 'chassisId',
  'chassis id': 'chassisId',
  portid: 'portId',
  'port id': 'portId',
  sysname: 'remoteName',
  'system name': 'remoteName',
  'system descr': 'description',
  'system description': 'description',
  portdescr: 'portDescription',
  'port descr': 'portDescription',
  'system capabilities supported': 'supported',
  'system capabilities enabled': 'enabled',
} as const;

/**
 * `show lldp info remote-device detail` of ProCurve and ArubaOS-Switch: a block from each `Local Port` to the next. A
 * value that is longer than the screen goes on, indented, in the next line.
 */
export function parseProcurveLldpDetail(text: string): NeighborEntry[] {
  const blocks = splitBlocks(joinWrapped(outputLines(text)), (line) =>
    /^\s{0,8}Local Port\s{0,20}:/i.test(line),
  );
  return neighborEntries(blocks.map(readBlock));
}

function readBlock(lines: readonly string[]): RawEntry {
  const fields = readFields(lines, LABELS);
  return {
    protocol: 'lldp',
    localPort: fields.localPort,
    remoteName: fields.remoteName,
    portId: fields.portId,
    portDescription: fields.portDescription,
    addresses: lines.map(addressOf).filter((address) => address !== null),
    chassisId: fields.chassisId,
    capabilities: splitCapabilities(fields.enabled) ?? splitCapabilities(fields.supported) ?? [],
    description: fields.description,
  };
}

function addressOf(line: string): string | null {
  const labeled = readLabel(line);
  return labeled?.key === 'address' ? labeled.value : null;
}
