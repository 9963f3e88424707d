import type { NeighborEntry } from '../model/neighbor.ts';
import { readDotted } from './dotted.ts';
import { readLabel } from './labels.ts';
import type { Labeled } from './labels.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { splitCapabilities } from './split-capabilities.ts';

const LOCAL = /^\s{0,8}Local Interface\s{0,8}(?::|\.{2,60})\s{0,4}(\S{1,60})/i;
const ENTRY = /^\s{0,8}(?:Remote Identifier|RemID)\s{0,8}(?::|\.{2,60})/i;

/** `show lldp remote-device detail 1/0/7` of ICOS and other FASTPATH switches: an entry from each `Remote Identifier` on. */
export function parseIcosLldpDetail(text: string): NeighborEntry[] {
  const ports = splitBlocks(outputLines(text), (line) => LOCAL.test(line));
  return neighborEntries(
    ports.flatMap((lines) => {
      const localPort = LOCAL.exec(lines[0] ?? '')?.[1];
      return splitBlocks(lines, (line) => ENTRY.test(line)).map((block) => readBlock(localPort, block));
    }),
  );
}

function readBlock(localPort: string | undefined, lines: readonly string[]): RawEntry {
  const labeled = lines.map(readLine).filter((one) => one !== null);
  const value = (key: string): string | undefined => labeled.find((one) => one.key === key)?.value;
  return {
    protocol: 'lldp',
    localPort,
    remoteName: value('system name'),
    portId: value('port id'),
    portDescription: value('port description'),
    addresses: labeled.filter(({ key }) => /^(?:management )?address$/.test(key)).map((one) => one.value),
    chassisId: value('chassis id'),
    capabilities:
      splitCapabilities(value('system capabilities enabled')) ??
      splitCapabilities(value('system capabilities supported')) ??
      [],
    description: value('system description'),
  };
}

const readLine = (line: string): Labeled | null => readDotted(line) ?? readLabel(line);
