import type { Link, LinkEnd, Topology, TopologyNode } from '../model/link.ts';

export interface TopologyJson {
  readonly devices: readonly (Omit<TopologyNode, 'nodeId'> & { readonly id: string })[];
  readonly links: readonly {
    readonly a: Pick<LinkEnd, 'device' | 'port'> & { readonly id: string };
    readonly b: Pick<LinkEnd, 'device' | 'port'> & { readonly id: string };
    readonly status: Link['status'];
    readonly protocols: Link['protocols'];
  }[];
}

/** What `topology --format json` prints: a contract, apart from the order of keys. An `id` is the node's. */
export function topologyJson(topology: Topology): TopologyJson {
  return {
    devices: topology.devices.map(({ nodeId, ...node }) => ({ id: nodeId, ...node })),
    links: topology.links.map(({ a, b, status, protocols }) => ({ a: end(a), b: end(b), status, protocols })),
  };
}

function end({ nodeId, device, port }: LinkEnd): TopologyJson['links'][number]['a'] {
  return { device, port, id: nodeId };
}
