import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';

const START = /^\s{0,8}\d{1,6}\s{1,8}(?:[A-Z]{1,4}\s{1,8}|;;; [^\n]{0,200}$)?(?=[a-z][a-z\d-]{1,32}=|$|;;;)/;
/** `key="quoted \"value\""`, `key=word`: a value without quotes ends at a blank. */
const PAIR = /(?<=^|\s)([a-z][a-z\d-]{1,32})=(?:"((?:[^"\\]|\\.){0,2000})"|([^\s"]{0,500}))/g;
const COMMENT = /^\s{0,8}(?:\d{1,6}\s{1,8}(?:[A-Z]{1,4}\s{1,8})?)?;;;/;
/** What a neighbor's entry may hold in all; RouterOS wraps it into lines of the terminal's width. */
const ENTRY_LINES = 40;

/**
 * `ip neighbor print detail` of RouterOS: ` 0 interface=ether1 address=10.0.0.1 mac-address=... identity="sw"`. One
 * table for CDP, LLDP and MNDP: only 7.7 and later tell which (`discovered-by=cdp,lldp`).
 */
export function parseRouterosNeighbor(text: string): NeighborEntry[] {
  const blocks = splitBlocks(outputLines(text), (line) => START.test(line));
  return neighborEntries(blocks.map(readBlock));
}

function readBlock(lines: readonly string[]): RawEntry {
  const text = lines
    .slice(0, ENTRY_LINES)
    .filter((line) => !COMMENT.test(line))
    .map((line) => line.trim())
    .join(' ');
  const fields = new Map<string, string>();
  for (const [, key = '', quoted, word = ''] of text.matchAll(PAIR)) {
    if (!fields.has(key)) fields.set(key, quoted?.replace(/\\(["\\$?])/g, '$1') ?? word);
  }
  const by = fields.get('discovered-by')?.split(',') ?? [];
  return {
    protocol: by.includes('cdp') && !by.includes('lldp') ? 'cdp' : 'lldp',
    // `ether10,bridge_mgmt`: the port, then the bridge that it is in.
    localPort: fields.get('interface')?.split(',')[0],
    remoteName: fields.get('identity'),
    portId: fields.get('interface-name'),
    addresses: ['address', 'address4', 'address6'].map((key) => fields.get(key) ?? ''),
    chassisId: fields.get('mac-address'),
    platform: stated(fields, 'board') ?? stated(fields, 'platform'),
    capabilities: (stated(fields, 'system-caps-enabled') ?? stated(fields, 'system-caps') ?? '').split(','),
    description: fields.get('system-description') ?? fields.get('version'),
  };
}

/** A field that is there but empty (`board=""`) states nothing. */
function stated(fields: ReadonlyMap<string, string>, key: string): string | undefined {
  const value = fields.get(key);
  return value === '' ? undefined : value;
}
