/** What one device says stands behind one of its ports: one CDP or LLDP entry, as a parser reads it. */
export interface NeighborEntry {
  readonly protocol: 'cdp' | 'lldp';
  /** As printed. Null where the command does not say (old IOS in `show lldp neighbors detail`). */
  readonly localPort: string | null;
  /** System name, or CDP device id without the serial number that NX-OS appends in brackets. */
  readonly remoteName: string | null;
  /** The port id, or the port description where there is no port id. */
  readonly remotePort: string | null;
  /** Valid IP addresses only. */
  readonly managementAddresses: readonly string[];
  readonly chassisId: string | null;
  /** CDP platform, or the LLDP-MED model. */
  readonly platform: string | null;
  readonly capabilities: readonly string[];
  /** LLDP port description, where it is stated beside a port id. */
  readonly remotePortDescription?: string | null;
  /** CDP version text or LLDP system description: hints at the platform of the neighbor. */
  readonly remoteDescription?: string | null;
}

/** A neighbor entry as it is stored: under the device that said it. */
export interface StoredNeighbor extends NeighborEntry {
  readonly deviceId: string;
  readonly runId: string;
  readonly seenAt: number;
}
