/**
 * confirmed: both ends say so. one-sided: only one end says so, and the other was not visited or says nothing about
 * its port. conflicting: the other end says that something else is behind that port.
 */
export type LinkStatus = 'confirmed' | 'one-sided' | 'conflicting';

export interface LinkEnd {
  /** The id of the node: a device id, or `stub:<key>` for a neighbor that was not visited. */
  readonly nodeId: string;
  /** The device's name. */
  readonly device: string;
  /** As the device itself prints it where it was visited, else as the other end told it. */
  readonly port: string | null;
}

/** Two ports that are connected. Ends are ordered by node id, then port. */
export interface Link {
  readonly a: LinkEnd;
  readonly b: LinkEnd;
  readonly status: LinkStatus;
  readonly protocols: readonly ('cdp' | 'lldp')[];
  /** Who told of it, by node id: one for each device and protocol, with the last time. */
  readonly told?: readonly LinkTelling[];
}

/** That a device said, over a protocol, that a link is there. */
export interface LinkTelling {
  readonly nodeId: string;
  readonly protocol: 'cdp' | 'lldp';
  /** Epoch milliseconds. */
  readonly seenAt: number;
}

/** A device on the map: visited, or only told of. */
export interface TopologyNode {
  readonly nodeId: string;
  readonly name: string;
  readonly platform: string | null;
  readonly vendor: string | null;
  readonly model: string | null;
  readonly osVersion: string | null;
  readonly serials: readonly string[];
  readonly addresses: readonly string[];
  readonly visited: boolean;
}

export interface Topology {
  readonly devices: readonly TopologyNode[];
  readonly links: readonly Link[];
}
