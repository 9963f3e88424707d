import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';

/** `  Chassis Id: 9C7A03A10D60`; an IPv6 address has no blank after its colons. */
const LABEL = /^\s{0,20}([A-Z][A-Za-z ]{0,24}):(?:\s(.*))?$/;

interface Block {
  readonly localPort: string;
  portId: string;
  readonly info: [string, string][];
}

/**
 * `lldp show neighbors` of SAOS: a box with the columns Port, Port and Info. A row with a local port begins an entry;
 * the rows below it go on with its information, one management address in each. The box above it is the device's own.
 */
export function parseCienaLldp(text: string): NeighborEntry[] {
  const blocks: Block[] = [];
  for (const line of outputLines(text)) {
    const cells = line.trim().split('|');
    if (cells.length < 5) continue;
    const [, local = '', port = ''] = cells;
    const info = cells.slice(3, -1).join('|').trimEnd();
    if (/^(?:Port|Local)$/i.test(local.trim())) continue;
    const block = blocks.at(-1);
    const further = port.trim() !== '' && /^\s{0,20}Chassis Id:/i.test(info) && block !== undefined;
    if (local.trim() === '' && further)
      blocks.push({ localPort: block.localPort, portId: port.trim(), info: [] });
    else if (local.trim() !== '') blocks.push({ localPort: local.trim(), portId: port.trim(), info: [] });
    else if (block !== undefined) block.portId = `${block.portId}${port.trim()}`.slice(0, 1024);
    readInfo(blocks.at(-1), info);
  }
  return neighborEntries(blocks.map(readBlock));
}

function readInfo(block: Block | undefined, info: string): void {
  const labeled = LABEL.exec(info);
  const last = block?.info.at(-1);
  if (labeled) block?.info.push([labeled[1]?.toLowerCase() ?? '', labeled[2]?.trim() ?? '']);
  else if (info.trim() !== '' && last !== undefined) {
    // A further address, or the rest of a name or description that did not fit.
    if (last[0] === 'mgmt addr') block?.info.push(['mgmt addr', info.trim()]);
    else last[1] = `${last[1]}${info.trim()}`.slice(0, 4096);
  }
}

function readBlock({ localPort, portId, info }: Block): RawEntry {
  const value = (label: string): string | undefined => info.find(([key]) => key === label)?.[1];
  return {
    protocol: 'lldp',
    localPort,
    remoteName: value('system name'),
    portId,
    portDescription: value('port desc'),
    addresses: info.filter(([key]) => key === 'mgmt addr').map(([, address]) => address),
    chassisId: value('chassis id'),
    description: value('system desc'),
  };
}
