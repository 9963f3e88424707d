import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines, splitBlocks } from './lines.ts';
import { cdpDescription, lldpcliProtocol } from './lldpcli-protocol.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';

/** `    SysName:      dev02`: the labels that lldpcli indents under Chassis, Port and LLDP-MED. */
const LABEL = /^\s{1,16}([A-Z][A-Za-z-]{1,24}(?: [A-Z][A-Za-z]{1,24})?):\s{0,20}(\S.*|)$/;

/**
 * `lldpcli show neighbors`, with or without `details`: blocks that begin with
 * `Interface:    eth1, via: LLDP, RID: 1, Time: 0 day, 00:00:06`.
 */
export function parseLldpcliText(text: string): NeighborEntry[] {
  const blocks = splitBlocks(outputLines(text), (line) => /^Interface: /.test(line));
  return neighborEntries(blocks.map(readBlock).filter((entry) => entry !== null));
}

function readBlock(lines: readonly string[]): RawEntry | null {
  const head = /^Interface:\s{1,20}(\S{1,64}), via: ?(\w{1,16})/.exec(lines[0] ?? '');
  const protocol = lldpcliProtocol(head?.[2] ?? '');
  if (head === null || protocol === null) return null;
  const fields = readFields(lines.slice(1));
  const first = (label: string): string | undefined => fields.get(label)?.[0];
  const described = first('SysDescr');
  const cdp = protocol === 'cdp' ? cdpDescription(described) : undefined;
  return {
    protocol,
    localPort: head[1],
    remoteName: first('SysName'),
    portId: idValue(first('PortID')),
    portDescription: first('PortDescr'),
    addresses: fields.get('MgmtIP'),
    chassisId: idValue(first('ChassisID')),
    platform: cdp?.platform ?? first('Model'),
    capabilities: readCapabilities(fields.get('Capability') ?? []),
    description: cdp?.description ?? described,
  };
}

/** Values by label; a line that is indented like a value goes on with the one before (`SysDescr`). */
function readFields(lines: readonly string[]): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of lines) {
    const found = LABEL.exec(line);
    if (found) {
      last = fields.get(found[1] ?? '') ?? [];
      last.push(found[2] ?? '');
      fields.set(found[1] ?? '', last);
    } else if (last !== undefined && /^\s{17}/.test(line)) last.push(`${last.pop() ?? ''}\n${line.trim()}`);
  }
  return fields;
}

/** `mac 02:4e:57:01:02:01`, `ifname eth1`, `local dev02`: without the type. */
const idValue = (text: string | undefined): string | undefined => text?.replace(/^[a-z]{2,10} /, '');

/** `Router, on` and `Bridge, off` of the chassis; LLDP-MED has `Policy, yes` under the same label. */
function readCapabilities(values: readonly string[]): string[] {
  const listed = values.filter((value) => /, (?:on|off)$/.test(value));
  const on = listed.filter((value) => value.endsWith(', on'));
  return (on.length > 0 ? on : listed).map((value) => value.slice(0, value.lastIndexOf(',')));
}
