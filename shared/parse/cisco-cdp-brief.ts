import type { NeighborEntry } from '../model/neighbor.ts';
import { readBriefTable } from './brief-row.ts';
import { beginsAt } from './columns.ts';
import { outputLines } from './lines.ts';
import { neighborEntries } from './neighbor-entry.ts';
import { withoutSerial } from './without-serial.ts';

const TITLES = [/Device[- ]ID/i, /Local/i, /Hold|Hld/i, /Capab/i, /Platform/i, /Port ID/i];

/**
 * `show cdp neighbors` of IOS, IOS-XE, NX-OS and IOS-XR. Columns are used where a row keeps to them; rows with squeezed
 * blanks are read from both ends: name, port, hold time, single letters, and from the right the port id.
 */
export function parseCiscoCdpBrief(text: string): NeighborEntry[] {
  const { columns, rows } = readBriefTable(outputLines(text), TITLES);
  const [platformAt, portAt] = [columns.starts[4] ?? 0, columns.starts[5] ?? 0];
  return neighborEntries(
    rows.map(({ name, localPort, line, restAt }) => {
      const letters = /^(?:\s{1,40}[A-Za-z](?=\s|$)){0,12}/.exec(line.slice(restAt))?.[0] ?? '';
      const tailAt = restAt + letters.length;
      const { platform, port } = splitTail(line, tailAt, platformAt, portAt);
      return {
        protocol: 'cdp',
        localPort,
        remoteName: withoutSerial(name),
        portId: port,
        platform,
        capabilities: letters.split(/\s+/).filter(Boolean),
      };
    }),
  );
}

/** How IOS cuts interface types in this listing, with the number: `Gig 1/0/41`, `Ser 0/1/0:0`; also run into the platform: `WS-C3524-XFas 0/13`. */
const CUT_PORT = /^(.{0,60}?)((?:Fas|Gig|Two|Fiv|Ten|Twe|For|Fif|Hun|Fou|Eth|Ser|Vla|Tun) \d[\d/.:]{0,24})$/;

/** Platform and port id: by their columns, by a gap of two blanks between them, or by what a port looks like. */
function splitTail(
  line: string,
  from: number,
  platformAt: number,
  portAt: number,
): { platform: string; port: string } {
  const tail = line.slice(from).trim();
  if (portAt > from && beginsAt(line, portAt) && !/\s{2}/.test(line.slice(portAt))) {
    const platform = line.slice(from, portAt).trim();
    if (platform === '' || beginsAt(line, platformAt)) return { platform, port: line.slice(portAt).trim() };
  }
  const cut = CUT_PORT.exec(tail);
  if (cut !== null) return { platform: cut[1]?.trim() ?? '', port: cut[2] ?? '' };
  const gap = tail.split(/\s{2,40}/);
  if (gap.length === 2) return { platform: gap[0] ?? '', port: gap[1] ?? '' };
  const words = tail.split(/\s+/);
  const numbered = /^\d/.test(words.at(-1) ?? '') && /^[A-Za-z-]{2,}$/.test(words.at(-2) ?? '');
  const size = Math.max(1, Math.min(numbered ? 2 : 1, words.length - 1));
  return { platform: words.slice(0, -size).join(' '), port: words.slice(-size).join(' ') };
}
