import fc from 'fast-check';
import type { Device } from '../../shared/model/device.ts';
import type { StoredNeighbor } from '../../shared/model/neighbor.ts';
import { canonicalPort } from '../../shared/topology/port-name.ts';
import { cdp, device, lldp, port } from '../unit/topology/observed.ts';

/** A device of a generated network. `hosts` tell MAC addresses as LLDP port ids, as lldpd does. */
interface Box {
  readonly id: number;
  readonly kind: 'switch' | 'host' | 'bridge';
  readonly domain: boolean;
  readonly tellsDomain: boolean;
  readonly tellsAddress: boolean;
  readonly visited: boolean;
}

interface Cable {
  readonly ends: readonly [number, number];
  readonly protocols: readonly ('cdp' | 'lldp')[];
}

export interface Network {
  readonly boxes: readonly Box[];
  readonly cables: readonly Cable[];
}

const box = (id: number): fc.Arbitrary<Box> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom('switch', 'host', 'bridge'),
    domain: fc.boolean(),
    tellsDomain: fc.boolean(),
    tellsAddress: fc.boolean(),
    visited: fc.boolean(),
  });

/** Any graph, with parallel cables and loops; each cable has ports of its own. */
export const network: fc.Arbitrary<Network> = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.record({
    boxes: fc.tuple(...Array.from({ length: size }, (_, id) => box(id))),
    cables: fc.array(
      fc.record({
        ends: fc.tuple(fc.nat(size - 1), fc.nat(size - 1)),
        protocols: fc.constantFrom<Cable['protocols'][]>(['cdp'], ['lldp'], ['cdp', 'lldp']),
      }),
      { maxLength: 14 },
    ),
  }),
);

const shortNameOf = ({ id }: Box): string => `box-${id}`;
const nameOf = (of: Box): string => shortNameOf(of) + (of.domain ? '.example.com' : '');
const addressOf = ({ id }: Box): string => `10.0.0.${id + 1}`;

/** The port of a cable's end: cable 3 is in port 6 of its first device and in port 7 of its second. */
const numberOf = (cable: number, end: 0 | 1): number => 2 * cable + end + 1;
const fullPort = (of: Box, n: number): string =>
  of.kind === 'switch' ? `GigabitEthernet1/0/${n}` : `eth${n}`;
const shortPort = (of: Box, n: number): string => (of.kind === 'switch' ? `Gig 1/0/${n}` : `eth${n}`);

/** A bridge's ports have one address between them, a host's each its own. */
function macOf(of: Box, n: number): string {
  const last = (of.kind === 'bridge' ? 0 : n).toString(16).padStart(2, '0');
  return `02:00:00:00:${of.id.toString(16).padStart(2, '0')}:${last}`;
}

/** What the visited devices say. */
export function observe(net: Network, visited: (of: Box) => boolean = (of) => of.visited) {
  const neighbors = net.cables.flatMap((cable, index) =>
    ([0, 1] as const).flatMap((end) => {
      const from = net.boxes[cable.ends[end]]!;
      const to = net.boxes[cable.ends[end === 0 ? 1 : 0]]!;
      const [here, there] = [numberOf(index, end), numberOf(index, end === 0 ? 1 : 0)];
      return visited(from) ? cable.protocols.map((protocol) => tell(protocol, from, here, to, there)) : [];
    }),
  );
  return { devices: net.boxes.filter(visited).map((of) => deviceOf(of, net)), neighbors };
}

function deviceOf(of: Box, net: Network): Device {
  const numbers = net.cables.flatMap(({ ends }, index) =>
    ([0, 1] as const).filter((end) => ends[end] === of.id).map((end) => numberOf(index, end)),
  );
  const ports = of.kind === 'switch' ? [] : numbers.map((n) => port(fullPort(of, n), { mac: macOf(of, n) }));
  return { ...device(nameOf(of), { ports, addresses: [addressOf(of)] }), deviceId: shortNameOf(of) };
}

function tell(protocol: 'cdp' | 'lldp', from: Box, here: number, to: Box, there: number): StoredNeighbor {
  const name = to.tellsDomain ? nameOf(to) : shortNameOf(to);
  const more = { managementAddresses: to.tellsAddress ? [addressOf(to)] : [] };
  const owner = shortNameOf(from);
  if (protocol === 'cdp')
    return cdp(owner, shortPort(from, here), name.toUpperCase(), fullPort(to, there), more);
  const told = to.kind === 'switch' ? fullPort(to, there) : macOf(to, there);
  return lldp(owner, fullPort(from, here), name, told, {
    ...more,
    remotePortDescription: fullPort(to, there),
  });
}

/** The links that the visited devices can know of, as `box-0 ethernet1 -- box-1 ethernet2 confirmed`. */
export function truth(net: Network, visited: (of: Box) => boolean = (of) => of.visited): string[] {
  return net.cables.flatMap((cable, index) => {
    const ends = ([0, 1] as const).map((end) => ({
      of: net.boxes[cable.ends[end]]!,
      n: numberOf(index, end),
    }));
    const count = ends.filter(({ of }) => visited(of)).length;
    if (count === 0) return [];
    const texts = ends.map(({ of, n }) => `${shortNameOf(of)} ${canonicalPort(fullPort(of, n))}`).sort();
    return [`${texts.join(' -- ')} ${count === 2 ? 'confirmed' : 'one-sided'}`];
  });
}
