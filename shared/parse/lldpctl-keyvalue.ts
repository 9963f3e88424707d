import type { NeighborEntry } from '../model/neighbor.ts';
import { outputLines } from './lines.ts';
import { cdpDescription, lldpcliProtocol } from './lldpcli-protocol.ts';
import { neighborEntries } from './neighbor-entry.ts';
import type { RawEntry } from './neighbor-entry.ts';

/** `lldp.eth0.chassis.name=sw-1`; the names of some ports have dots in them (`eth0.100`). */
const PAIR = /^lldp\.(\S{1,64}?)\.(via|rid|age|(?:chassis|port|lldp-med|vlan|ppvid|pi)[\w.-]{0,80})=(.*)$/;

const IDS = ['mac', 'ifname', 'local', 'ip', 'ifalias'] as const;

type Values = Map<string, string[]>;

/** `lldpctl -f keyvalue`: pairs, a neighbor from each `lldp.<port>.via` on. What does not begin a pair goes on a description. */
export function parseLldpctlKeyvalue(text: string): NeighborEntry[] {
  const entries: { localPort: string; values: Values }[] = [];
  for (const line of outputLines(text)) {
    const [, localPort = '', key = '', value = ''] = PAIR.exec(line) ?? [];
    if (key === 'via') entries.push({ localPort, values: new Map() });
    const values = entries.at(-1)?.values;
    if (key !== '') values?.set(key, [...(values.get(key) ?? []).slice(0, 63), value]);
  }
  return neighborEntries(entries.map(readEntry).filter((entry) => entry !== null));
}

function readEntry({ localPort, values }: { localPort: string; values: Values }): RawEntry | null {
  const first = (key: string): string | undefined => values.get(key)?.[0];
  const protocol = lldpcliProtocol(first('via') ?? '');
  if (protocol === null) return null;
  const described = first('chassis.descr');
  const cdp = protocol === 'cdp' ? cdpDescription(described) : undefined;
  const id = (of: string): string | undefined =>
    IDS.map((type) => first(`${of}.${type}`)).find((value) => value !== undefined);
  return {
    protocol,
    localPort,
    remoteName: first('chassis.name'),
    portId: id('port'),
    portDescription: first('port.descr'),
    addresses: values.get('chassis.mgmt-ip'),
    chassisId: id('chassis'),
    platform: cdp?.platform ?? first('lldp-med.inventory.model'),
    capabilities: readCapabilities(values),
    description: cdp?.description ?? described,
  };
}

/** `chassis.Bridge.enabled=on`: the enabled ones, else all. */
function readCapabilities(values: Values): string[] {
  const all = [...values]
    .map(([key, [value]]) => ({
      name: /^chassis\.([\w-]{1,32})\.enabled$/.exec(key)?.[1],
      on: value === 'on',
    }))
    .filter(({ name }) => name !== undefined);
  const on = all.filter((one) => one.on);
  return (on.length > 0 ? on : all).map(({ name }) => name ?? '');
}
