import type { NeighborEntry } from '../model/neighbor.ts';
import { readAddresses } from './addresses.ts';
import { readLabel } from './labels.ts';
import { isRule, outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';
import { withoutSerial } from './without-serial.ts';

type Section = 'none' | 'entry' | 'management' | 'version';

interface Block {
  fields: Partial<Record<'deviceId' | 'platform' | 'capabilities' | 'localPort' | 'portId', string>>;
  entry: string[];
  management: string[];
  version: string[];
}

/** What ends the version text, which may hold any line, labels included. */
const AFTER_VERSION =
  /^\s{0,8}(?:advertisement version|protocol hello|vtp management|native vlan|duplex|(?:mgmt|management) address)/i;
const ADDRESSES = /^(entry|interface|mgmt|management) address(?:\(es\)|es)?$/;

/**
 * `show cdp neighbors detail` of IOS, IOS-XE, NX-OS and IOS-XR. Labels: `Device ID`, `Entry`/`Interface address(es)`,
 * `Platform: x,  Capabilities: y`, `Interface: x,  Port ID (outgoing port): y` (two lines in IOS-XR), `Version :`,
 * `Management`/`Mgmt address(es)`.
 */
export function parseCiscoCdpDetail(text: string): NeighborEntry[] {
  const blocks = splitBlocks(outputLines(text), (line) => /^\s{0,8}Device[- ]?ID\s?:/i.test(line));
  return neighborEntries(blocks.map(readBlock));
}

function readBlock(lines: readonly string[]): RawEntry {
  const block: Block = { fields: {}, entry: [], management: [], version: [] };
  let section: Section = 'none';
  for (const line of lines) {
    if (section === 'version' && !AFTER_VERSION.test(line)) block.version.push(line);
    else section = readLine(block, section, line);
  }
  const { deviceId, platform, capabilities, localPort, portId } = block.fields;
  return {
    protocol: 'cdp',
    localPort,
    remoteName: deviceId === undefined ? null : withoutSerial(deviceId),
    portId,
    addresses: readAddresses(block.management).length > 0 ? block.management : block.entry,
    platform,
    capabilities: readCapabilities(capabilities ?? ''),
    description: block.version.filter((line) => line.trim() !== '' && !isRule(line)).join('\n'),
  };
}

function readLine(block: Block, section: Section, line: string): Section {
  const labeled = readLabel(line);
  if (labeled === null) return section;
  const { key, value } = labeled;
  const addresses = ADDRESSES.exec(key);
  if (addresses) {
    // AireOS has the address in the same line.
    const isManagement = key.startsWith('m');
    if (value !== '') (isManagement ? block.management : block.entry).push(value);
    return isManagement ? 'management' : 'entry';
  }
  if (/^ip(?:v[46])? address$/.test(key)) {
    if (section === 'management') block.management.push(value);
    else block.entry.push(value);
    return section;
  }
  if (key === 'version') {
    if (value !== '') block.version.push(value);
    return 'version';
  }
  readPair(block.fields, key, value);
  return 'none';
}

/** `Platform: cisco WS-C2960,  Capabilities: Switch IGMP` and `Interface: Gi0/1,  Port ID (outgoing port): Gi0/2`. */
function readPair(fields: Block['fields'], key: string, value: string): void {
  if (/^device[- ]?id$/.test(key)) fields.deviceId ??= value;
  else if (key === 'platform') {
    const [platform, capabilities] = cut(value, /\bCapabilities\s?:/i);
    fields.platform ??= platform;
    if (capabilities !== undefined) fields.capabilities ??= capabilities;
  } else if (key === 'capabilities') fields.capabilities ??= value;
  else if (key === 'interface') {
    const [local, port] = cut(value, /\bPort ID(?: \(outgoing port\))?\s?:/i);
    fields.localPort ??= local;
    if (port !== undefined) fields.portId ??= port;
  } else if (key.startsWith('port id')) fields.portId ??= value;
}

/** What stands before and after the match; before it without the comma that separates the two. */
function cut(value: string, at: RegExp): [string, string | undefined] {
  const found = at.exec(value);
  const before = (found ? value.slice(0, found.index) : value).trim().replace(/,$/, '').trim();
  return [before, found ? value.slice(found.index + found[0].length).trim() : undefined];
}

/** Words, but for the one name of IOS that has blanks in it. */
function readCapabilities(text: string): string[] {
  return text
    .replace(/Two-port Mac Relay/i, 'Two-port-Mac-Relay')
    .split(/[\s,]+/)
    .filter(Boolean);
}
