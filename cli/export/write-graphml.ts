import type { Link } from '../../shared/model/link.ts';
import type { NetworkView, ViewedDevice } from '../../shared/model/network-view.ts';
import { isoTime } from '../render/times.ts';
import type { WriteExport } from './exported.ts';
import { nodeIds } from './node-ids.ts';
import { element, xmlDocument, type Xml, type XmlValue } from './xml.ts';

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';

type Type = 'string' | 'boolean' | 'long';

interface Key<Row> {
  readonly name: string;
  readonly type: Type;
  readonly value: (row: Row) => XmlValue;
}

const DEVICE_KEYS: readonly Key<ViewedDevice>[] = [
  { name: 'label', type: 'string', value: ({ name }) => name },
  { name: 'id', type: 'string', value: ({ nodeId }) => nodeId },
  { name: 'status', type: 'string', value: ({ status }) => status },
  { name: 'visited', type: 'boolean', value: ({ visited }) => visited },
  { name: 'site', type: 'string', value: ({ site }) => site },
  { name: 'platform', type: 'string', value: ({ platform }) => platform },
  { name: 'vendor', type: 'string', value: ({ vendor }) => vendor },
  { name: 'model', type: 'string', value: ({ model }) => model },
  { name: 'osVersion', type: 'string', value: ({ osVersion }) => osVersion },
  { name: 'serials', type: 'string', value: ({ serials }) => serials.join(', ') },
  { name: 'addresses', type: 'string', value: ({ addresses }) => addresses.join(', ') },
  { name: 'uptimeSeconds', type: 'long', value: ({ stored }) => stored?.uptimeSeconds },
  { name: 'lastSeenAt', type: 'string', value: ({ stored }) => isoTime(stored?.lastSeenAt) },
];

const LINK_KEYS: readonly Key<Link>[] = [
  { name: 'aPort', type: 'string', value: ({ a }) => a.port },
  { name: 'bPort', type: 'string', value: ({ b }) => b.port },
  { name: 'status', type: 'string', value: ({ status }) => status },
  { name: 'protocols', type: 'string', value: ({ protocols }) => protocols.join(', ') },
];

/**
 * GraphML 1.0 with typed attributes. Ids of the file are its own (`n0`, `e0`): XML ids may hold little of what a device may call itself. A
 * value that is not known has no `data` element. Ports are attributes of the edge, `aPort` at its source: few readers know GraphML's own.
 */
export const writeGraphml: WriteExport = (view) => ({
  files: [{ name: `${view.network}.graphml`, content: xmlDocument(graphml(view)) }],
});

function graphml({ network, devices, links }: NetworkView): Xml {
  const ids = nodeIds(devices);
  return element('graphml', { xmlns: NAMESPACE }, [
    ...keysOf('node', DEVICE_KEYS),
    ...keysOf('edge', LINK_KEYS),
    element('graph', { id: 'network', edgedefault: 'undirected' }, [
      element('desc', {}, network),
      ...devices.map((device) =>
        element('node', { id: ids.get(device.nodeId) }, dataOf('node', DEVICE_KEYS, device)),
      ),
      ...links.map((link, at) =>
        element(
          'edge',
          { id: `e${at}`, source: ids.get(link.a.nodeId), target: ids.get(link.b.nodeId) },
          dataOf('edge', LINK_KEYS, link),
        ),
      ),
    ]),
  ]);
}

const keysOf = <Row>(kind: 'node' | 'edge', keys: readonly Key<Row>[]): Xml[] =>
  keys.map(({ name, type }) =>
    element('key', { id: `${kind}-${name}`, for: kind, 'attr.name': name, 'attr.type': type }),
  );

const dataOf = <Row>(kind: 'node' | 'edge', keys: readonly Key<Row>[], row: Row): Xml[] =>
  keys.flatMap(({ name, value }) => {
    const known = value(row);
    return known === null || known === undefined
      ? []
      : [element('data', { key: `${kind}-${name}` }, String(known))];
  });
